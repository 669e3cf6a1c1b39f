SELECT
  "lead"."position" AS "fact_1",
  "margin"."position" AS "fact_2"
FROM "poll" AS "lead", "poll" AS "margin"
WHERE
  "lead"."measure" = 'lead'
  AND "margin"."measure" = 'margin'
  AND "lead"."contest" = "margin"."contest"
  AND (
    "lead"."pollster" IS NULL
    OR "margin"."pollster" IS NULL
    OR "lead"."pollster" = "margin"."pollster"
  )
  AND (
    "lead"."stance" = 'asserted' OR "lead"."stance" = 'claimed'
  )
  AND "lead"."value.high" < "margin"."value.low"
  AND "lead"."value.unit" = "margin"."value.unit"
  AND "lead"."position" <> "margin"."position"
  AND NOT EXISTS(
    SELECT
      1
    FROM "survey" AS "tie"
    WHERE
      "tie"."contest" = "lead"."contest" AND "tie"."stage" = 'tie'
  )
ORDER BY
  "lead"."position",
  "margin"."position"
