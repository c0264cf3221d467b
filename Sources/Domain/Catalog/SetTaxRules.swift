/// Adds or replaces rows of the tax table by key: class, region, treatment, first day.
package struct SetTaxRules: Command {
  package let rules: [TaxRule]

  package init(rules: [TaxRule]) { self.rules = rules }

  package var needs: Needs {
    var needs = Needs()
    needs.sellerForUpdate = true
    return needs
  }

  package func decide(on books: inout Books, in context: Context) throws(Rejection) -> [TaxRule] {
    var faults = Faults()
    for (index, rule) in rules.enumerated() {
      let path = "tax_rules[\(index)]"
      if !rule.category.isTaxed, !rule.rate.isZero {
        faults.add(
          "\(path).rate_percent", .fieldOutOfRange,
          "Category \(rule.category.rawValue) has the rate 0.")
      }
      if rule.category == .standard, rule.rate.isZero {
        faults.add(
          "\(path).rate_percent", .fieldOutOfRange,
          "Category S has a rate above 0; Z is the zero rate.")
      }
      if !rule.category.isExemption, !rule.exemptionCode.isEmpty {
        faults.add(
          "\(path).exemption_code", .fieldInvalid,
          "Category \(rule.category.rawValue) has no reason of exemption.")
      }
    }
    try faults.check()
    for rule in rules {
      let before = books.taxRules[rule.key]
      books.put(rule)
      books.record(
        .taxRuleChanged, ResourceRef(.seller, books.sellerID),
        version: books.taxRules[rule.key]?.version ?? 1, in: context
      ) {
        $0.member("tax_class", rule.key.taxClass)
        $0.member("region_code", rule.key.regionCode)
        $0.member("treatment", rule.key.treatment)
        $0.member("valid_from", rule.key.validFrom.description)
        $0.member("category_code", rule.category.rawValue)
        $0.member("before", before?.rate.description)
        $0.member("after", rule.rate.description)
      }
    }
    return rules.map { books.taxRules[$0.key] ?? $0 }
  }
}
