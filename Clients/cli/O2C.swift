import ArgumentParser

/// The root of the commands.
struct O2C: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "o2c",
    abstract: "Takes orders to cash: customers, orders, stock, shipments, invoices, payments.",
    discussion: """
      A resource is named by its name (orders/01m6…), its number (SO-2026-000123), its key in \
      another system (ext:PO-77812), or - for names from the input, one a line. Data go to the \
      output, all else to the error stream. `o2c help topics` lists what else there is to know.
      """,
    version: Version.text,
    groupedSubcommands: [
      CommandGroup(
        name: "Access",
        subcommands: [
          LoginCommand.self, LogoutCommand.self, WhoAmICommand.self, ConfigCommand.self,
          DoctorCommand.self, VersionCommand.self, CompletionCommand.self, HelpCommand.self,
          ApiCommand.self,
        ]),
      CommandGroup(
        name: "Master data",
        subcommands: [
          CustomerCommand.self, ProductCommand.self, PriceCommand.self, TaxCommand.self,
          WarehouseCommand.self, StockCommand.self, ImportCommand.self, ExportCommand.self,
        ]),
      CommandGroup(
        name: "From order to cash",
        subcommands: [
          OrderCommand.self, CreditCommand.self, ShipmentCommand.self, ReturnCommand.self,
          InvoiceCommand.self, PaymentCommand.self, ReceivableCommand.self,
        ]),
      CommandGroup(
        name: "Books and administration",
        subcommands: [
          LedgerCommand.self, VerifyCommand.self, EventsCommand.self, SellerCommand.self,
          PolicyCommand.self, ApprovalCommand.self, PrincipalCommand.self, KeyCommand.self,
          CertificateCommand.self,
        ]),
    ])
}

/// The version of this program.
enum Version {
  static let text = "0.1.0"
}
