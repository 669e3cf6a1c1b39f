SELECT
  "part"."position" AS "fact_1",
  "whole"."position" AS "fact_2"
FROM "poll" AS "part", "chamber" AS "whole"
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
  AND "part"."total.low" IS NULL
  AND "part"."stance" = 'asserted'
  AND "whole"."stance" = 'asserted'
  AND "part"."value.least" > "whole"."value.most"
  AND "part"."value.unit" = "whole"."value.unit"
ORDER BY
  "part"."position",
  "whole"."position"
