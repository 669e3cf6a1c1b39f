SELECT
  "ranked"."position" AS "fact_1",
  "count"."position" AS "fact_2"
FROM "list" AS "ranked", "figure" AS "count"
WHERE
  "ranked"."value.low" IS NULL
  AND "ranked"."counts" = 'members'
  AND "ranked"."article" = "count"."article"
  AND "ranked"."counted" = "count"."counted"
  AND (
    "count"."part" = 'title'
    OR (
      "count"."start" < "ranked"."start"
      AND "count"."part" = "ranked"."part"
      AND "count"."article" = "ranked"."article"
    )
  )
  AND "count"."value.low" > 1000
  AND "count"."part_of" IS NULL
  AND "count"."further" IS NULL
  AND "count"."partitive" IS NULL
  AND "ranked"."stance" = 'asserted'
  AND "count"."stance" = 'asserted'
  AND "ranked"."listed.unit" = "count"."value.unit"
  AND "ranked"."listed.least" > "count"."value.most"
  AND NOT EXISTS(
    SELECT
      1
    FROM "figure" AS "enough"
    WHERE
      "enough"."article" = "ranked"."article"
      AND "enough"."counted" = "ranked"."counted"
      AND "enough"."value.low" > 1000
      AND (
        "enough"."further" = 'yes'
        OR (
          (
            "ranked"."listed.unit" IS NULL
            OR "enough"."value.unit" IS NULL
            OR "ranked"."listed.unit" <> "enough"."value.unit"
          )
          OR (
            "ranked"."listed.least" IS NULL
            OR "enough"."value.most" IS NULL
            OR "ranked"."listed.least" <= "enough"."value.most"
          )
        )
      )
      AND "count"."position" <> "enough"."position"
  )
ORDER BY
  "ranked"."position",
  "count"."position"
