SELECT
  "gain"."position" AS "fact_1",
  "loss"."position" AS "fact_2"
FROM "control" AS "gain", "control" AS "loss"
WHERE
  "gain"."status" = 'gaining'
  AND "loss"."status" = 'losing'
  AND "gain"."stance" = 'asserted'
  AND "loss"."stance" = 'asserted'
  AND "gain"."holder" = "loss"."holder"
  AND (
    "gain"."place" IS NULL
    OR "loss"."place" IS NULL
    OR (
      "gain"."place.first" <= "loss"."place.last"
      AND "loss"."place.first" <= "gain"."place.last"
    )
  )
  AND (
    "gain"."loser" IS NULL
    OR "loss"."loser" IS NULL
    OR "gain"."loser" = "loss"."loser"
  )
  AND "gain"."time.start" < "loss"."time.end"
  AND "loss"."time.start" < "gain"."time.end"
  AND (
    (
      "gain"."sentence" IS NULL
      OR "loss"."sentence" IS NULL
      OR "gain"."sentence" <> "loss"."sentence"
    )
    OR (
      "gain"."part" IS NULL OR "loss"."part" IS NULL OR "gain"."part" <> "loss"."part"
    )
    OR (
      "gain"."article" IS NULL
      OR "loss"."article" IS NULL
      OR "gain"."article" <> "loss"."article"
    )
  )
  AND "gain"."position" <> "loss"."position"
ORDER BY
  "gain"."position",
  "loss"."position"
