SELECT
  "first"."position" AS "fact_1",
  "second"."position" AS "fact_2"
FROM "calendar" AS "first", "calendar" AS "second"
WHERE
  "first"."person" = "second"."person"
  AND (
    "first"."stance" = 'asserted' OR "first"."stance" = 'claimed'
  )
  AND (
    "second"."stance" = 'asserted' OR "second"."stance" = 'claimed'
  )
  AND (
    CAST("first"."day.end" AS DECIMAL(38, 0)) + 366 <= "second"."day.start"
    OR CAST("second"."day.end" AS DECIMAL(38, 0)) + 366 <= "first"."day.start"
  )
  AND "first"."position" < "second"."position"
ORDER BY
  "first"."position",
  "second"."position"
