SELECT
  "loss"."position" AS "fact_1",
  "hold"."position" AS "fact_2"
FROM "control" AS "loss", "control" AS "hold"
WHERE
  "loss"."status" = 'lost'
  AND (
    "hold"."status" = 'holds' OR "hold"."status" = 'present'
  )
  AND "loss"."stance" = 'asserted'
  AND "hold"."stance" = 'asserted'
  AND "loss"."holder" = "hold"."holder"
  AND "loss"."place" = "hold"."place"
  AND (
    "loss"."extent.low" IS NULL
    OR (
      "loss"."extent.low" >= 100000 AND "loss"."extent.unit" = 'percent'
    )
  )
  AND (
    "hold"."extent.low" IS NULL
    OR (
      "hold"."extent.low" >= 100000 AND "hold"."extent.unit" = 'percent'
    )
  )
  AND (
    "loss"."time.end" <= "hold"."time.start"
    OR (
      "loss"."time.start" IS NULL AND "hold"."time.anchor" = 'publication'
    )
  )
  AND "loss"."position" <> "hold"."position"
  AND NOT EXISTS(
    SELECT
      1
    FROM "control" AS "retaken"
    WHERE
      (
        "retaken"."status" = 'captured'
        OR "retaken"."status" = 'regained'
        OR "retaken"."status" = 'entered'
      )
      AND "retaken"."holder" = "loss"."holder"
      AND "retaken"."place.first" <= "loss"."place.last"
      AND "loss"."place.first" <= "retaken"."place.last"
      AND (
        "loss"."time.end" <= "retaken"."time.start" OR "retaken"."time.start" IS NULL
      )
      AND "loss"."position" <> "retaken"."position"
      AND "hold"."position" <> "retaken"."position"
  )
ORDER BY
  "loss"."position",
  "hold"."position"
