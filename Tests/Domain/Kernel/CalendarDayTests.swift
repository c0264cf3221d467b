import Domain
import Testing

@Suite("Days")
struct CalendarDayTests {
  @Test("counting day by day through 800 years gives the same dates")
  func bruteForce() throws {
    var (year, month, day) = (1600, 1, 1)
    var current = try #require(CalendarDay(year: year, month: month, day: day))
    for _ in 0..<292_200 {
      let civil = current.civil
      guard civil == (year, month, day), CalendarDay(year: year, month: month, day: day) == current
      else {
        Issue.record("\(civil) is not \(year)-\(month)-\(day)")
        return
      }
      day += 1
      if day > CalendarDay.length(ofMonth: month, year: year) { (day, month) = (1, month + 1) }
      if month > 12 { (month, year) = (1, year + 1) }
      current = current.adding(days: 1)
    }
    #expect(year == 2400)
  }

  @Test(
    "days are counted from 1970-01-01",
    arguments: [
      ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-01-15", 20_468),
      ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
    ] as [(String, Int32)])
  func count(text: String, days: Int32) throws {
    let day = try #require(CalendarDay(text))
    #expect(day.daysSince1970 == days)
    #expect(day.description == text)
  }

  @Test(
    "what is no date is refused",
    arguments: [
      "", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-01-00",
      "0000-01-01", "2026-1-01", "26-01-01", "2026/01/01", "2026-01-01T", " 2026-01-01",
      "+202-01-01", "2026-+1-01", "2026-01-+1", "-026-01-01", "2026-01--1", "２026-01-01",
    ])
  func refuses(text: String) { #expect(CalendarDay(text) == nil) }

  @Test("an instant is printed in UTC with microseconds")
  func instant() {
    #expect(
      Instant(microseconds: 1_768_464_000_123_456).description == "2026-01-15T08:00:00.123456Z")
    #expect(Instant(microseconds: -1).description == "1969-12-31T23:59:59.999999Z")
  }
}
