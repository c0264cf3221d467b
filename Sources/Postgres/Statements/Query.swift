/// A statement with its parameters: a value that can be sent any number of times.
package struct Query: Sendable {
  package let statement: Statement
  package let parameters: [Parameter]
  /// Whether the server keeps the parsed statement under a name. Texts put together from
  /// fragments are planned afresh each time, with their parameters in sight.
  let isPrepared: Bool

  package init(_ statement: Statement, _ parameters: Parameter...) {
    self.init(statement, parameters)
  }

  package init(_ statement: Statement, _ parameters: [Parameter]) {
    self.statement = statement
    self.parameters = parameters
    isPrepared = true
  }

  /// A query put together from fragments, such as a list with the filters that were asked for.
  package init(_ fragment: Fragment) {
    var text = ""
    var parameters: [Parameter] = []
    for piece in fragment.pieces {
      switch piece {
      case .text(let literal): text += literal
      case .bind(let parameter):
        parameters.append(parameter)
        text += "$\(parameters.count)"
      }
    }
    statement = Statement(trusted: text)
    self.parameters = parameters
    isPrepared = false
  }
}
