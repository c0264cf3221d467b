internal import Postgres

extension Invariant {
  static let credit: [Invariant] = [
    Invariant(
      "I-24", "What a group owes is what its members owe, and a group has one level.",
      """
      SELECT 'customers', h.customer_id, concat_ws(' ', 'members', h.members, m.count, 'owed',
        h.members_owed_minor, m.owed, 'unapplied', h.members_unapplied_minor, m.unapplied)
      FROM credit_accounts h
        CROSS JOIN LATERAL (
          SELECT count(*) AS count,
            coalesce(sum(a.open_orders_minor + a.unbilled_shipments_minor + a.open_items_minor), 0)
              AS owed,
            coalesce(sum(a.unapplied_cash_minor), 0) AS unapplied
          FROM credit_accounts a
          WHERE a.seller_id = h.seller_id AND a.group_id = h.customer_id) AS m
      WHERE h.seller_id = $1 AND (h.members <> m.count OR h.members_owed_minor <> m.owed
        OR h.members_unapplied_minor <> m.unapplied OR (m.count > 0 AND h.group_id IS NOT NULL))
      LIMIT 100
      """),
    Invariant(
      "I-25", "An approval passed every rule, by the figures that it names itself.",
      """
      SELECT 'events', v.event_id, v.data->>'failed' FROM events v
      WHERE v.seller_id = $1 AND v.type = 'credit.decided' AND v.data->>'result' = 'APPROVED'
        AND (v.data->>'failed' <> '[]'
          -- Who pays in advance is not asked for a limit.
          OR (v.data->>'policy' = '1' AND v.data->'prepayment_minor' IS NULL
            AND (v.data->>'exposure_minor')::numeric > (v.data->>'limit_minor')::numeric)
          OR (v.data->'rules'->'LIMIT'->>1)::numeric > (v.data->'rules'->'LIMIT'->>0)::numeric
          OR (v.data->'rules'->'GROUP_LIMIT'->>1)::numeric
            > (v.data->'rules'->'GROUP_LIMIT'->>0)::numeric
          OR (v.data->'rules'->'OVERDUE_DAYS'->>1)::numeric
            > (v.data->'rules'->'OVERDUE_DAYS'->>0)::numeric
          OR (v.data->>'prepaid_minor')::numeric < (v.data->>'prepayment_minor')::numeric)
      LIMIT 100
      """),
    Invariant(
      "I-26", "What was overridden was released by somebody, for a revision that the order had.",
      """
      SELECT 'orders', o.order_id, NULL::text FROM orders o
      WHERE o.seller_id = $1 AND o.credit_result = 'OVERRIDDEN'
        AND (o.credit_revision > o.revision OR NOT EXISTS (SELECT 1 FROM events v
          WHERE v.seller_id = o.seller_id AND v.resource_id = o.order_id
            AND v.type = 'credit.hold_released'))
      LIMIT 100
      """),
    Invariant(
      "I-29", "Nobody decided on what they had asked for themselves.",
      """
      SELECT 'approvals', a.approval_id, NULL::text FROM approvals a
      WHERE a.seller_id = $1 AND (a.decided_by = a.requested_by
        OR (a.state IN ('GRANTED', 'DENIED')) <> (a.decided_by IS NOT NULL))
      UNION ALL
      SELECT 'policies', p.policy_id, NULL::text FROM policies p
      WHERE p.seller_id = $1 AND (p.approver_id = p.author_id
        OR (p.decision = 'GRANTED') <> (p.approver_id IS NOT NULL))
      LIMIT 100
      """),
  ]
}
