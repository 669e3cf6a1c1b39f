SELECT
  "claim"."position" AS "fact_1",
  "loss"."position" AS "fact_2"
FROM "control" AS "claim", "control" AS "loss"
WHERE
  "claim"."status" = 'annexed'
  AND (
    "loss"."status" = 'lost' OR "loss"."status" = 'losing'
  )
  AND (
    "claim"."stance" = 'asserted' OR "claim"."stance" = 'claimed'
  )
  AND (
    "loss"."stance" = 'asserted' OR "loss"."stance" = 'claimed'
  )
  AND "claim"."holder" = "loss"."holder"
  AND "claim"."place.first" <= "loss"."place.last"
  AND "loss"."place.first" <= "claim"."place.last"
  AND (
    "loss"."time.end" IS NULL
    OR "claim"."time.start" IS NULL
    OR "loss"."time.end" > "claim"."time.start"
  )
  AND (
    "claim"."time.end" IS NULL
    OR "loss"."time.start" IS NULL
    OR CAST("claim"."time.end" AS DECIMAL(38, 0)) + 1825 > "loss"."time.start"
  )
  AND (
    "loss"."time.end" IS NULL
    OR "claim"."time.start" IS NULL
    OR CAST("loss"."time.end" AS DECIMAL(38, 0)) + 1825 > "claim"."time.start"
  )
  AND "claim"."position" <> "loss"."position"
  AND NOT EXISTS(
    SELECT
      1
    FROM "control" AS "retaken"
    WHERE
      (
        "retaken"."status" = 'captured' OR "retaken"."status" = 'regained'
      )
      AND "retaken"."holder" = "claim"."holder"
      AND "retaken"."place.first" <= "loss"."place.last"
      AND "loss"."place.first" <= "retaken"."place.last"
      AND "loss"."time.end" <= "retaken"."time.start"
      AND "claim"."position" <> "retaken"."position"
      AND "loss"."position" <> "retaken"."position"
  )
ORDER BY
  "claim"."position",
  "loss"."position"
