SELECT
  "day"."position" AS "fact_1"
FROM "calendar" AS "day"
WHERE
  "day"."stated_weekday" <> "day"."actual_weekday"
ORDER BY
  "day"."position"
