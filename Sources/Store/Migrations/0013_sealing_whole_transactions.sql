-- The sealer takes whole transactions, as many as hold the wanted number of events, and marks where it
-- stopped.
--
-- It marked that only where it had caught up. Behind the commits by more than a piece, under load, it
-- read all that waited for each piece of it, and what was sealed of that with it: the more it was
-- behind, the slower it went.
--
-- Transactions before every one that still runs have ended, so no event can appear behind what is
-- sealed here. Those of a piece go by time and id. A restored copy may hold ids from another life of the
-- cluster, above its own: they have ended too, and are sealed first.
--
-- What an event says is put together by the statement that reads it, and the loop only hashes. The
-- statement is planned each time and may not read a table through: its plan would be
-- that of a log that was nearly empty.
CREATE FUNCTION event_content(e events) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT concat_ws(E'\x1f', e.seller_id, e.event_id, e.resource_kind, e.resource_id,
    e.resource_version, coalesce(e.customer_id::text, '-'), e.actor_id, e.request_id,
    (extract(epoch FROM e.occur_time) * 1000000)::bigint, e.type, e.method, e.data::text)
$$;
GRANT EXECUTE ON FUNCTION event_content(events) TO o2c_app;
CREATE OR REPLACE FUNCTION event_link(previous bytea, place bigint, e events) RETURNS bytea
  LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT sha256(previous || convert_to(place || E'\x1f' || event_content(e), 'UTF8'))
$$;

CREATE OR REPLACE FUNCTION seal_events(seller uuid, most integer) RETURNS integer
  LANGUAGE plpgsql SET search_path = pg_catalog, public
  SET plan_cache_mode = force_custom_plan
  SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
DECLARE
  mark bigint;
  running bigint := pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
  beyond bigint := pg_snapshot_xmax(pg_current_snapshot())::text::bigint;
  low bigint;
  -- NULL for what is beyond.
  high bigint;
  last_position bigint;
  last_hash bytea;
  id uuid;
  content text;
  sealed integer := 0;
  positions bigint[] := '{}';
  ids uuid[] := '{}';
  hashes bytea[] := '{}';
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('seal ' || seller::text, 0)) THEN
    RETURN 0;
  END IF;
  SELECT m.transaction_id INTO mark FROM event_seal_marks m WHERE m.seller_id = seller;
  SELECT s.position, s.hash INTO last_position, last_hash FROM event_seals s
    WHERE s.seller_id = seller ORDER BY s.position DESC LIMIT 1;
  last_position := coalesce(last_position, 0);
  last_hash := coalesce(last_hash, sha256(convert_to(seller::text, 'UTF8')));
  FOREACH low IN ARRAY CASE WHEN mark <= beyond THEN ARRAY[mark] ELSE ARRAY[beyond + 1, 0] END
  LOOP
    EXIT WHEN sealed >= most;
    IF low <= beyond THEN
      SELECT v.transaction_id + 1 INTO high FROM events v
        WHERE v.seller_id = seller AND v.transaction_id >= low AND v.transaction_id < running
        ORDER BY v.transaction_id OFFSET most - 1 LIMIT 1;
      high := coalesce(high, running);
    END IF;
    FOR id, content IN
      SELECT v.event_id, event_content(v) FROM events v
      WHERE v.seller_id = seller AND v.transaction_id >= low
        AND v.transaction_id < coalesce(high, 9223372036854775807)
        AND NOT EXISTS (SELECT 1 FROM event_seals s
          WHERE s.seller_id = seller AND s.event_id = v.event_id)
      ORDER BY v.occur_time, v.event_id LIMIT CASE WHEN high IS NULL THEN most END
    LOOP
      last_position := last_position + 1;
      last_hash := sha256(last_hash || convert_to(last_position || E'\x1f' || content, 'UTF8'));
      positions := positions || last_position;
      ids := ids || id;
      hashes := hashes || last_hash;
      sealed := sealed + 1;
    END LOOP;
  END LOOP;
  IF sealed > 0 THEN
    INSERT INTO event_seals (seller_id, position, event_id, hash)
      SELECT seller, n.position, n.event_id, n.hash
      FROM unnest(positions, ids, hashes) AS n (position, event_id, hash);
  END IF;
  IF high IS NOT NULL
    AND (sealed > 0 OR mark IS NULL OR mark > beyond OR high - low > 10000)
  THEN
    INSERT INTO event_seal_marks (seller_id, transaction_id) VALUES (seller, high)
      ON CONFLICT (seller_id) DO UPDATE SET transaction_id = EXCLUDED.transaction_id;
  END IF;
  RETURN sealed;
END $$;
