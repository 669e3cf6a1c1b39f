SELECT
  "first"."position" AS "fact_1",
  "second"."position" AS "fact_2"
FROM "event" AS "first", "event" AS "second"
WHERE
  "first"."article" = "second"."article"
  AND "first"."subject" = "second"."subject"
  AND "first"."subject.named" = 'yes'
  AND (
    (
      (
        "first"."event" = 'captured' OR "first"."event" = 'arrested'
      )
      AND (
        "second"."event" = 'released' OR "second"."event" = 'escaped'
      )
      AND (
        "first"."time.end" IS NULL
        OR "second"."time.start" IS NULL
        OR CAST("first"."time.end" AS DECIMAL(38, 0)) + 365 > "second"."time.start"
      )
      AND (
        "second"."time.end" IS NULL
        OR "first"."time.start" IS NULL
        OR CAST("second"."time.end" AS DECIMAL(38, 0)) + 365 > "first"."time.start"
      )
    )
    OR (
      "first"."event" = 'charged'
      AND (
        "second"."event" = 'convicted'
        OR "second"."event" = 'acquitted'
        OR "second"."event" = 'sentenced'
      )
      AND (
        "first"."time.end" IS NULL
        OR "second"."time.start" IS NULL
        OR CAST("first"."time.end" AS DECIMAL(38, 0)) + 365 > "second"."time.start"
      )
      AND (
        "second"."time.end" IS NULL
        OR "first"."time.start" IS NULL
        OR CAST("second"."time.end" AS DECIMAL(38, 0)) + 365 > "first"."time.start"
      )
    )
    OR (
      (
        "first"."event" = 'arrested'
        OR "first"."event" = 'tried'
        OR "first"."event" = 'convicted'
      )
      AND "second"."event" = 'sentenced'
      AND (
        "first"."time.end" IS NULL
        OR "second"."time.start" IS NULL
        OR CAST("first"."time.end" AS DECIMAL(38, 0)) + 365 > "second"."time.start"
      )
      AND (
        "second"."time.end" IS NULL
        OR "first"."time.start" IS NULL
        OR CAST("second"."time.end" AS DECIMAL(38, 0)) + 365 > "first"."time.start"
      )
    )
    OR (
      "first"."event" = 'born'
      AND (
        "second"."event" IS NULL OR "second"."event" <> 'born'
      )
    )
    OR (
      (
        "first"."event" = 'arrested'
        OR "first"."event" = 'married'
        OR "first"."event" = 'resigned'
        OR "first"."event" = 'escaped'
        OR "first"."event" = 'arrived'
      )
      AND (
        "second"."event" = 'died'
        OR "second"."event" = 'killed'
        OR "second"."event" = 'executed'
      )
    )
  )
  AND (
    "first"."stance" = 'asserted' OR "first"."stance" = 'claimed'
  )
  AND (
    "second"."stance" = 'asserted' OR "second"."stance" = 'claimed'
  )
  AND "second"."time.end" <= "first"."time.start"
  AND (
    (
      "first"."time.inferred" = 'nothing' AND "second"."time.inferred" = 'nothing'
    )
    OR (
      "first"."time.precision" = 'day'
      AND (
        "first"."time.inferred" = 'nothing' OR "first"."time.inferred" = 'year'
      )
      AND "second"."time.precision" = 'day'
      AND (
        "second"."time.inferred" = 'nothing' OR "second"."time.inferred" = 'year'
      )
      AND (
        "first"."time.end" IS NULL
        OR "second"."time.start" IS NULL
        OR CAST("first"."time.end" AS DECIMAL(38, 0)) + 182 > "second"."time.start"
      )
      AND (
        "second"."time.end" IS NULL
        OR "first"."time.start" IS NULL
        OR CAST("second"."time.end" AS DECIMAL(38, 0)) + 182 > "first"."time.start"
      )
    )
  )
  AND "first"."again" IS NULL
  AND "second"."again" IS NULL
  AND "first"."position" <> "second"."position"
  AND NOT EXISTS(
    SELECT
      1
    FROM "event" AS "earlier"
    WHERE
      "earlier"."article" = "second"."article"
      AND "earlier"."subject" = "second"."subject"
      AND "earlier"."event" = "first"."event"
      AND (
        "earlier"."fact" IS NULL
        OR "first"."fact" IS NULL
        OR "earlier"."fact" <> "first"."fact"
      )
      AND (
        "second"."time.end" IS NULL
        OR "earlier"."time.start" IS NULL
        OR "second"."time.end" > "earlier"."time.start"
      )
      AND (
        (
          "earlier"."time.start" IS NULL
          OR "first"."time.start" IS NULL
          OR "earlier"."time.start" <> "first"."time.start"
        )
        OR (
          "earlier"."time.end" IS NULL
          OR "first"."time.end" IS NULL
          OR "earlier"."time.end" <> "first"."time.end"
        )
      )
      AND "first"."position" <> "earlier"."position"
      AND "second"."position" <> "earlier"."position"
  )
ORDER BY
  "first"."position",
  "second"."position"
