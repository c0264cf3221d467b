import Domain
import OrderToCashAPI
import SwiftProtobuf
import Testing

@testable import Service

@Suite("Which fields an update changes")
struct UpdateMaskTests {
  private func read(
    _ customer: O2c_V1_Customer, _ paths: [String]
  ) -> (fields: CustomerFields, faults: [String]) {
    var shape = Shape(checking: Google_Protobuf_FieldMask())
    let mask = UpdateMask(.with { $0.paths = paths }, over: O2c_V1_Customer.self, &shape)
    let fields = CustomerFields(customer, mask, &shape)
    return (fields, shape.faults.violations.map { "\($0.field) \($0.reason.rawValue)" })
  }

  private let customer = O2c_V1_Customer.with {
    $0.displayName = "New"
    $0.languageCode = "de"
  }

  @Test("An empty mask changes what is populated, and nothing else")
  func empty() {
    let (fields, faults) = read(customer, [])
    #expect(fields.displayName == "New" && fields.languageCode == "de")
    #expect(fields.buyerReference == nil && fields.shipTo == nil && fields.externalID == nil)
    #expect(faults.isEmpty)
  }

  @Test("A mask changes what it names, and clears what it names and is empty")
  func named() {
    let (fields, faults) = read(customer, ["display_name", "buyer_reference", "external_id"])
    #expect(fields.displayName == "New" && fields.buyerReference == "")
    #expect(fields.externalID == .some(nil) && fields.languageCode == nil)
    #expect(faults.isEmpty)
  }

  @Test("A star changes everything; what a customer must have must be there")
  func star() {
    let (fields, faults) = read(customer, ["*"])
    #expect(fields.shipTo == [] && fields.taxTreatment == "" && fields.priceGroup == .some(nil))
    #expect(
      faults == ["customer.party FIELD_REQUIRED", "customer.payment_terms FIELD_REQUIRED"])
  }

  @Test(
    "Paths that the resource does not have are refused",
    arguments: ["displayName", "party.vat_id", "", "nonsense", "customer.display_name"])
  func unknown(_ path: String) {
    #expect(
      read(customer, ["display_name", path]).faults == [
        "update_mask.paths[1] UPDATE_MASK_INVALID"
      ])
  }

  @Test("A star stands alone")
  func starAmongOthers() {
    #expect(
      read(customer, ["*", "display_name"]).faults.contains(
        "update_mask.paths[0] UPDATE_MASK_INVALID"))
  }
}
