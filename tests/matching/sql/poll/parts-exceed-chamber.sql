SELECT
  "whole"."position" AS "fact_1",
  LIST_SORT(ARRAY_AGG("part"."position")) AS "members"
FROM "chamber" AS "whole", "poll" AS "part"
WHERE
  "part"."measure" = 'seats'
  AND "part"."whole" IS NULL
  AND "part"."contest" = "whole"."contest"
  AND (
    "part"."place" IS NULL
    OR "whole"."place" IS NULL
    OR (
      "part"."place.first" <= "whole"."place.last"
      AND "whole"."place.first" <= "part"."place.last"
    )
  )
  AND NOT "part"."party" IS NULL
  AND "part"."change" IS NULL
  AND "part"."stance" = 'asserted'
  AND "whole"."stance" = 'asserted'
  AND "whole"."value.unit" = "part"."value.unit"
GROUP BY
  "whole"."position",
  "whole"."value.high"
HAVING
  COUNT(*) >= 2
  AND COUNT("part"."value.low") = COUNT(*)
  AND SUM(CAST("part"."value.low" AS DECIMAL(38, 0))) > "whole"."value.high"
  AND COUNT("part"."party") - COUNT(DISTINCT "part"."party") = 0
ORDER BY
  "whole"."position",
  MIN("part"."position")
