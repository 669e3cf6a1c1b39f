SELECT
  LIST_SORT(ARRAY_AGG("option"."position")) AS "members"
FROM "poll" AS "option"
WHERE
  "option"."stance" = 'asserted'
  AND (
    "option"."measure" <> 'vote'
    OR (
      (
        "option"."population" IS NULL
        OR (
          "option"."population" = 'those surveyed'
          OR "option"."population" = 'those polled'
          OR "option"."population" = 'those questioned'
          OR "option"."population" = 'those interviewed'
          OR "option"."population" = 'those asked'
          OR "option"."population" = 'respondents'
          OR "option"."population" = 'voters'
          OR "option"."population" = 'adults'
          OR "option"."population" = 'people'
          OR "option"."population" = 'likely voters'
          OR "option"."population" = 'registered voters'
        )
      )
      AND NOT "option"."party" IS NULL
    )
  )
  AND NOT "option"."question" IS NULL
  AND NOT "option"."measure" IS NULL
  AND NOT "option"."part" IS NULL
GROUP BY
  "option"."question",
  "option"."measure",
  "option"."part"
HAVING
  COUNT(*) >= 2
  AND COUNT("option"."value.low") = COUNT(*)
  AND SUM(CAST("option"."value.low" AS DECIMAL(38, 0))) > 101000
  AND COUNT("option"."value.high") = COUNT(*)
  AND SUM(CAST("option"."value.high" AS DECIMAL(38, 0))) < 112000
  AND COUNT("option"."value.least") = COUNT(*)
  AND SUM(CAST("option"."value.least" AS DECIMAL(38, 0))) > 100000
  AND COUNT("option"."party") - COUNT(DISTINCT "option"."party") = 0
ORDER BY
  MIN("option"."position")
