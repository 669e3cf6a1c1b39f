SELECT
  "release"."position" AS "fact_1",
  "fieldwork"."position" AS "fact_2"
FROM "survey" AS "release", "survey" AS "fieldwork"
WHERE
  "release"."stage" = 'release'
  AND "fieldwork"."stage" = 'fieldwork'
  AND "release"."contest" = "fieldwork"."contest"
  AND (
    "release"."pollster" IS NULL
    OR "fieldwork"."pollster" IS NULL
    OR "release"."pollster" = "fieldwork"."pollster"
  )
  AND (
    "release"."stance" = 'asserted' OR "release"."stance" = 'claimed'
  )
  AND (
    "fieldwork"."stance" = 'asserted' OR "fieldwork"."stance" = 'claimed'
  )
  AND "release"."time.precision" = 'day'
  AND "release"."time.end" <= "fieldwork"."time.start"
  AND "release"."position" <> "fieldwork"."position"
ORDER BY
  "release"."position",
  "fieldwork"."position"
