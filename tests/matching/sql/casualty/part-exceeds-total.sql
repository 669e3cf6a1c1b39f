SELECT
  "part"."position" AS "fact_1",
  "whole"."position" AS "fact_2"
FROM "casualty" AS "part", "casualty" AS "whole"
WHERE
  "part"."article" = "whole"."article"
  AND (
    "part"."part_of" = "whole"."fact"
    OR (
      "part"."partial" = 'yes'
      AND "part"."measure" = "whole"."measure"
      AND "whole"."partial" IS NULL
      AND "whole"."part_of" IS NULL
      AND "whole"."further" IS NULL
      AND (
        "part"."place" IS NULL
        OR "whole"."place" IS NULL
        OR (
          "part"."place.first" <= "whole"."place.last"
          AND "whole"."place.first" <= "part"."place.last"
        )
      )
      AND (
        (
          "part"."time.start" = "whole"."time.start"
          AND "part"."time.end" = "whole"."time.end"
        )
        OR (
          "part"."time.start" IS NULL
          AND "whole"."time.start" IS NULL
          AND (
            "part"."undated" IS NULL
            OR "whole"."undated" IS NULL
            OR (
              "part"."undated" = "whole"."undated" AND "part"."paragraph" = "whole"."paragraph"
            )
            OR "part"."article" <> "whole"."article"
          )
        )
        OR (
          "part"."time.start" IS NULL
          AND "whole"."time.anchor" = 'publication'
          AND "whole"."time.precision" = 'day'
        )
        OR (
          "whole"."time.start" IS NULL
          AND "part"."time.anchor" = 'publication'
          AND "part"."time.precision" = 'day'
        )
      )
      AND "whole"."value.high" > 1000
      AND "whole"."start" < "part"."start"
      AND "whole"."part" = "part"."part"
      AND "whole"."article" = "part"."article"
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
    )
  )
  AND "part"."stance" = "whole"."stance"
  AND "part"."value.unit" = "whole"."value.unit"
  AND "part"."value.least" > "whole"."value.most"
  AND "part"."position" <> "whole"."position"
  AND NOT EXISTS(
    SELECT
      1
    FROM "casualty" AS "larger"
    WHERE
      "part"."part_of" IS NULL
      AND "larger"."article" = "part"."article"
      AND "larger"."measure" = "part"."measure"
      AND "larger"."partial" IS NULL
      AND (
        (
          "part"."value.unit" IS NULL
          OR "larger"."value.unit" IS NULL
          OR "part"."value.unit" <> "larger"."value.unit"
        )
        OR (
          "part"."value.least" IS NULL
          OR "larger"."value.most" IS NULL
          OR "part"."value.least" <= "larger"."value.most"
        )
      )
      AND "part"."position" <> "larger"."position"
      AND "whole"."position" <> "larger"."position"
  )
ORDER BY
  "part"."position",
  "whole"."position"
