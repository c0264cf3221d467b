internal import Domain

/// A plan is `[[day, incoming, backordered], ...]`: the days since 1970 and millionths.
extension JSON {
  init(_ plan: StockPlan) {
    self = .array(
      plan.days.map {
        .array([
          .number(Int64($0.day.daysSince1970)), .number($0.incoming.micros),
          .number($0.backordered.micros),
        ])
      })
  }

  var stockPlan: StockPlan {
    StockPlan(
      days: elements.map {
        .init(
          day: CalendarDay(daysSince1970: Int32(truncatingIfNeeded: $0[0]?.integer ?? 0)),
          incoming: Quantity(micros: $0[1]?.integer ?? 0),
          backordered: Quantity(micros: $0[2]?.integer ?? 0))
      })
  }

  /// Only what differs from the defaults.
  init(_ settings: StockSettings) {
    let defaults = StockSettings()
    var members: [(name: String, value: JSON)] = []
    if settings.protectsBackorders != defaults.protectsBackorders {
      members.append(("protects_backorders", .bool(settings.protectsBackorders)))
    }
    if settings.overShipment != defaults.overShipment {
      members.append(("over_shipment_e6", .number(settings.overShipment.micros)))
    }
    if settings.underShipment != defaults.underShipment {
      members.append(("under_shipment_e6", .number(settings.underShipment.micros)))
    }
    if settings.transitDays != defaults.transitDays {
      members.append(("transit_days", .number(Int64(settings.transitDays))))
    }
    if settings.returnDays != defaults.returnDays {
      members.append(("return_days", .number(Int64(settings.returnDays))))
    }
    self = .object(members)
  }

  var stockSettings: StockSettings {
    var settings = StockSettings()
    if case .bool(let value)? = self["protects_backorders"] { settings.protectsBackorders = value }
    if let value = self["over_shipment_e6"]?.integer {
      settings.overShipment = Percent(micros: value)
    }
    if let value = self["under_shipment_e6"]?.integer {
      settings.underShipment = Percent(micros: value)
    }
    if let value = self["transit_days"]?.integer {
      settings.transitDays = Int32(truncatingIfNeeded: value)
    }
    if let value = self["return_days"]?.integer {
      settings.returnDays = Int32(truncatingIfNeeded: value)
    }
    return settings
  }
}
