SELECT
  "loss"."position" AS "fact_1",
  "capture"."position" AS "fact_2"
FROM "control" AS "loss", "control" AS "capture"
WHERE
  "loss"."status" = 'lost'
  AND "capture"."status" = 'captured'
  AND "loss"."stance" = 'asserted'
  AND "capture"."stance" = 'asserted'
  AND "loss"."holder" = "capture"."holder"
  AND "loss"."place" = "capture"."place"
  AND "loss"."extent.low" IS NULL
  AND "capture"."extent.low" IS NULL
  AND "loss"."time.end" <= "capture"."time.start"
  AND (
    "loss"."time.end" IS NULL
    OR "capture"."time.start" IS NULL
    OR CAST("loss"."time.end" AS DECIMAL(38, 0)) + 730 > "capture"."time.start"
  )
  AND (
    "capture"."time.end" IS NULL
    OR "loss"."time.start" IS NULL
    OR CAST("capture"."time.end" AS DECIMAL(38, 0)) + 730 > "loss"."time.start"
  )
  AND (
    (
      "loss"."time.inferred" = 'nothing' AND "capture"."time.inferred" = 'nothing'
    )
    OR (
      (
        "loss"."time.end" IS NULL
        OR "capture"."time.start" IS NULL
        OR CAST("loss"."time.end" AS DECIMAL(38, 0)) + 182 > "capture"."time.start"
      )
      AND (
        "capture"."time.end" IS NULL
        OR "loss"."time.start" IS NULL
        OR CAST("capture"."time.end" AS DECIMAL(38, 0)) + 182 > "loss"."time.start"
      )
    )
  )
  AND "loss"."position" <> "capture"."position"
  AND NOT EXISTS(
    SELECT
      1
    FROM "control" AS "held"
    WHERE
      (
        "held"."status" = 'holds'
        OR "held"."status" = 'captured'
        OR "held"."status" = 'regained'
        OR "held"."status" = 'annexed'
      )
      AND "held"."holder" = "loss"."holder"
      AND "held"."place.first" <= "loss"."place.last"
      AND "loss"."place.first" <= "held"."place.last"
      AND (
        "loss"."time.end" IS NULL
        OR "held"."time.start" IS NULL
        OR "loss"."time.end" > "held"."time.start"
      )
      AND (
        "held"."fact" IS NULL OR "loss"."fact" IS NULL OR "held"."fact" <> "loss"."fact"
      )
      AND "loss"."position" <> "held"."position"
      AND "capture"."position" <> "held"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "control" AS "taker"
    WHERE
      NOT "loss"."loser" IS NULL
      AND "taker"."fact" = "loss"."fact"
      AND "loss"."position" <> "taker"."position"
      AND "capture"."position" <> "taker"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "control" AS "between"
    WHERE
      (
        "between"."status" = 'captured'
        OR "between"."status" = 'regained'
        OR "between"."status" = 'holds'
        OR "between"."status" = 'entered'
      )
      AND "between"."article" = "loss"."article"
      AND "between"."place.first" <= "loss"."place.last"
      AND "loss"."place.first" <= "between"."place.last"
      AND (
        "between"."holder" IS NULL
        OR "loss"."holder" IS NULL
        OR "between"."holder" <> "loss"."holder"
      )
      AND (
        "capture"."time.end" IS NULL
        OR "between"."time.start" IS NULL
        OR "capture"."time.end" > "between"."time.start"
      )
      AND "loss"."position" <> "between"."position"
      AND "capture"."position" <> "between"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "control" AS "again"
    WHERE
      "again"."status" = 'lost'
      AND "again"."holder" = "loss"."holder"
      AND "again"."place.first" <= "loss"."place.last"
      AND "loss"."place.first" <= "again"."place.last"
      AND "capture"."time.end" <= "again"."time.start"
      AND "loss"."position" <> "again"."position"
      AND "capture"."position" <> "again"."position"
  )
ORDER BY
  "loss"."position",
  "capture"."position"
