SELECT
  "mark"."position" AS "fact_1",
  "figure"."position" AS "fact_2"
FROM "change" AS "mark", "figure" AS "figure"
WHERE
  "mark"."direction" = 'reached'
  AND (
    "mark"."value.hedge" = 'over' OR "mark"."value.hedge" = 'at least'
  )
  AND "mark"."article" = "figure"."article"
  AND "mark"."counted" = "figure"."counted"
  AND (
    "mark"."place" IS NULL
    OR "figure"."place" IS NULL
    OR (
      "mark"."place.first" <= "figure"."place.last"
      AND "figure"."place.first" <= "mark"."place.last"
    )
  )
  AND (
    "mark"."actor" IS NULL
    OR "figure"."actor" IS NULL
    OR "mark"."actor" = "figure"."actor"
  )
  AND (
    (
      (
        "mark"."time.start" = "figure"."time.start"
        AND "mark"."time.end" = "figure"."time.end"
      )
      OR (
        "mark"."time.start" IS NULL
        AND "figure"."time.start" IS NULL
        AND (
          "mark"."undated" IS NULL
          OR "figure"."undated" IS NULL
          OR (
            "mark"."undated" = "figure"."undated"
            AND "mark"."paragraph" = "figure"."paragraph"
          )
          OR "mark"."article" <> "figure"."article"
        )
      )
      OR (
        "mark"."time.start" IS NULL
        AND "figure"."time.anchor" = 'publication'
        AND "figure"."time.precision" = 'day'
      )
      OR (
        "figure"."time.start" IS NULL
        AND "mark"."time.anchor" = 'publication'
        AND "mark"."time.precision" = 'day'
      )
    )
    OR (
      "mark"."time.start" < "figure"."time.end"
      AND "figure"."time.start" < "mark"."time.end"
    )
  )
  AND (
    "mark"."source" IS NULL
    OR "figure"."source" IS NULL
    OR "mark"."source" = "figure"."source"
  )
  AND "figure"."part_of" IS NULL
  AND "figure"."further" IS NULL
  AND "figure"."partitive" IS NULL
  AND "mark"."stance" = 'asserted'
  AND "figure"."stance" = 'asserted'
  AND CAST("figure"."value.high" AS DECIMAL(38, 0)) * 2 > "mark"."value.low"
  AND "figure"."value.unit" = "mark"."value.unit"
  AND "figure"."value.high" < 4611686018427387904
  AND "figure"."value.high" > -4611686018427387904
  AND "mark"."value.low" < 4611686018427387904
  AND "mark"."value.low" > -4611686018427387904
  AND "mark"."value.low" > "figure"."value.most"
  AND "mark"."value.unit" = "figure"."value.unit"
  AND NOT EXISTS(
    SELECT
      1
    FROM "figure" AS "reaching"
    WHERE
      "reaching"."article" = "mark"."article"
      AND "reaching"."counted" = "mark"."counted"
      AND (
        "reaching"."value.low" IS NULL
        OR "mark"."value.low" IS NULL
        OR (
          "reaching"."value.unit" = "mark"."value.unit"
          AND "reaching"."value.least" <= "mark"."value.most"
          AND "mark"."value.least" <= "reaching"."value.most"
        )
      )
      AND "figure"."position" <> "reaching"."position"
  )
ORDER BY
  "mark"."position",
  "figure"."position"
