SELECT
  "part"."position" AS "fact_1",
  "whole"."position" AS "fact_2"
FROM "figure" AS "part", "figure" AS "whole"
WHERE
  "part"."article" = "whole"."article"
  AND "part"."part_of" = "whole"."fact"
  AND "part"."stance" = "whole"."stance"
  AND (
    (
      (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'family'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'household'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'team'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'group'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'couple'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'party'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'company'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'firm'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'unit'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'brigade'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'battalion'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'school'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'village'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'town'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'city'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'country'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'state'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'nation'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'bus'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'ship'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'boat'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'plane'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'aircraft'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'flight'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'train'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'convoy'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'house'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'home'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'building'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'attack'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'incident'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'raid'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'strike'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'case'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'game'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'match'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'album'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'day'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'event'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'site'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'set'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'class'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'box'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'club'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'crew'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'delegation'
      )
      AND (
        "whole"."counted" IS NULL OR "whole"."counted" <> 'year'
      )
    )
    OR "part"."counted" = "whole"."counted"
  )
  AND "part"."further" IS NULL
  AND (
    (
      "part"."value.low" IS NULL
      OR "whole"."value.high" IS NULL
      OR "part"."value.low" <= CAST("whole"."value.high" AS DECIMAL(38, 0)) * 4
    )
    OR (
      "part"."value.unit" IS NULL
      OR "whole"."value.unit" IS NULL
      OR "part"."value.unit" <> "whole"."value.unit"
    )
    OR (
      "part"."value.low" IS NULL OR "part"."value.low" >= 4611686018427387904
    )
    OR (
      "part"."value.low" IS NULL OR "part"."value.low" <= -4611686018427387904
    )
    OR (
      "whole"."value.high" IS NULL OR "whole"."value.high" >= 4611686018427387904
    )
    OR (
      "whole"."value.high" IS NULL OR "whole"."value.high" <= -4611686018427387904
    )
  )
  AND "part"."value.unit" = "whole"."value.unit"
  AND "part"."value.least" > "whole"."value.most"
  AND "part"."position" <> "whole"."position"
ORDER BY
  "part"."position",
  "whole"."position"
