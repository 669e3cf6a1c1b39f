SELECT
  "first"."position" AS "fact_1",
  "second"."position" AS "fact_2"
FROM "control" AS "first", "control" AS "second"
WHERE
  (
    "first"."status" = 'holds'
    OR "first"."status" = 'captured'
    OR "first"."status" = 'regained'
  )
  AND (
    "second"."status" = 'holds'
    OR "second"."status" = 'captured'
    OR "second"."status" = 'regained'
  )
  AND (
    "first"."status" = 'holds' OR "second"."status" = 'holds'
  )
  AND "first"."stance" = 'asserted'
  AND "second"."stance" = 'asserted'
  AND "first"."place" = "second"."place"
  AND "first"."holder" <> "second"."holder"
  AND "first"."holder.named" = 'yes'
  AND "second"."holder.named" = 'yes'
  AND "first"."time.start" < "second"."time.end"
  AND "second"."time.start" < "first"."time.end"
  AND "first"."extent.low" IS NULL
  AND "second"."extent.low" IS NULL
  AND (
    (
      "first"."start" IS NULL
      OR "second"."start" IS NULL
      OR "first"."start" <> "second"."start"
    )
    OR (
      "first"."part" IS NULL
      OR "second"."part" IS NULL
      OR "first"."part" <> "second"."part"
    )
    OR (
      "first"."article" IS NULL
      OR "second"."article" IS NULL
      OR "first"."article" <> "second"."article"
    )
  )
  AND "first"."position" <> "second"."position"
  AND NOT EXISTS(
    SELECT
      1
    FROM "control" AS "contest"
    WHERE
      "contest"."status" = 'contested'
      AND "contest"."place.first" <= "first"."place.last"
      AND "first"."place.first" <= "contest"."place.last"
      AND "contest"."article" = "first"."article"
      AND "first"."position" <> "contest"."position"
      AND "second"."position" <> "contest"."position"
  )
ORDER BY
  "first"."position",
  "second"."position"
