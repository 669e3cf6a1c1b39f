SELECT
  "whole"."position" AS "fact_1",
  LIST_SORT(ARRAY_AGG("part"."position")) AS "members"
FROM "chamber" AS "whole", "poll" AS "part"
WHERE
  "part"."measure" = 'seats'
  AND "part"."whole" IS NULL
  AND "part"."article" = "whole"."article"
  AND (
    (
      "part"."contest" = "whole"."contest"
      AND (
        "part"."place" = "whole"."place"
        OR "part"."place" IS NULL
        OR "whole"."place" IS NULL
      )
      AND NOT "part"."party" IS NULL
      AND "part"."change" IS NULL
    )
    OR (
      "part"."part" = "whole"."part"
      AND (
        (
          "part"."sentence" IS NULL
          OR "whole"."sentence" IS NULL
          OR "part"."sentence" <> "whole"."sentence"
        )
        OR (
          "part"."part" IS NULL OR "whole"."part" IS NULL OR "part"."part" <> "whole"."part"
        )
        OR (
          "part"."article" IS NULL
          OR "whole"."article" IS NULL
          OR "part"."article" <> "whole"."article"
        )
      )
      AND (
        "part"."place" = "whole"."place"
        OR "part"."place" IS NULL
        OR "whole"."place" IS NULL
      )
      AND (
        "part"."pollster" IS NULL
        OR "whole"."pollster" IS NULL
        OR "part"."pollster" = "whole"."pollster"
      )
      AND (
        "part"."time.start" IS NULL
        OR "whole"."time.start" IS NULL
        OR (
          (
            "part"."time.end" IS NULL
            OR "whole"."time.start" IS NULL
            OR CAST("part"."time.end" AS DECIMAL(38, 0)) + 13 > "whole"."time.start"
          )
          AND (
            "whole"."time.end" IS NULL
            OR "part"."time.start" IS NULL
            OR CAST("whole"."time.end" AS DECIMAL(38, 0)) + 13 > "part"."time.start"
          )
        )
      )
      AND NOT "part"."party" IS NULL
      AND "part"."change" IS NULL
    )
  )
  AND (
    "part"."total.low" IS NULL
    OR (
      "part"."total.low" IS NULL
      OR "whole"."value.low" IS NULL
      OR (
        "part"."total.unit" = "whole"."value.unit"
        AND "part"."total.least" <= "whole"."value.most"
        AND "whole"."value.least" <= "part"."total.most"
      )
    )
  )
  AND "part"."stance" = 'asserted'
  AND "whole"."stance" = 'asserted'
  AND "whole"."value.unit" = "part"."value.unit"
  AND "whole"."value.unit" = "part"."value.unit"
GROUP BY
  "whole"."position",
  "whole"."value.high",
  "whole"."value.low"
HAVING
  COUNT(*) >= 2
  AND COUNT("part"."value.low") = COUNT(*)
  AND SUM(CAST("part"."value.low" AS DECIMAL(38, 0))) > "whole"."value.high"
  AND COUNT("part"."value.high") = COUNT(*)
  AND MAX("part"."value.high") < "whole"."value.low"
  AND COUNT("part"."party") - COUNT(DISTINCT "part"."party") = 0
ORDER BY
  "whole"."position",
  MIN("part"."position")
