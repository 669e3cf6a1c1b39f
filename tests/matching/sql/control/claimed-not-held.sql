SELECT
  "claim"."position" AS "fact_1",
  "gap"."position" AS "fact_2"
FROM "control" AS "claim", "control" AS "gap"
WHERE
  "claim"."status" = 'annexed'
  AND "gap"."status" = 'not-held'
  AND (
    "claim"."stance" = 'asserted' OR "claim"."stance" = 'claimed'
  )
  AND (
    "gap"."stance" = 'asserted' OR "gap"."stance" = 'claimed'
  )
  AND "claim"."holder" = "gap"."holder"
  AND "claim"."place.first" <= "gap"."place.last"
  AND "gap"."place.first" <= "claim"."place.last"
  AND (
    "gap"."time.end" IS NULL
    OR "claim"."time.start" IS NULL
    OR "gap"."time.end" > "claim"."time.start"
  )
  AND "claim"."position" <> "gap"."position"
  AND NOT EXISTS(
    SELECT
      1
    FROM "control" AS "taken"
    WHERE
      (
        "taken"."status" = 'captured' OR "taken"."status" = 'regained'
      )
      AND "taken"."holder" = "claim"."holder"
      AND "taken"."place.first" <= "gap"."place.last"
      AND "gap"."place.first" <= "taken"."place.last"
      AND "gap"."time.end" <= "taken"."time.start"
      AND "claim"."position" <> "taken"."position"
      AND "gap"."position" <> "taken"."position"
  )
ORDER BY
  "claim"."position",
  "gap"."position"
