SELECT
  "dead"."position" AS "fact_1",
  "all"."position" AS "fact_2"
FROM "casualty" AS "dead", "casualty" AS "all"
WHERE
  "dead"."measure" = 'killed'
  AND (
    "all"."measure" = 'casualties' OR "all"."measure" = 'infected'
  )
  AND "dead"."subject" = "all"."subject"
  AND (
    "dead"."place" IS NULL
    OR "all"."place" IS NULL
    OR (
      "dead"."place.first" <= "all"."place.last"
      AND "all"."place.first" <= "dead"."place.last"
    )
  )
  AND (
    (
      (
        "dead"."time.start" = "all"."time.start" AND "dead"."time.end" = "all"."time.end"
      )
      OR (
        "dead"."time.start" IS NULL
        AND "all"."time.start" IS NULL
        AND (
          "dead"."undated" IS NULL
          OR "all"."undated" IS NULL
          OR (
            "dead"."undated" = "all"."undated" AND "dead"."paragraph" = "all"."paragraph"
          )
          OR "dead"."article" <> "all"."article"
        )
      )
      OR (
        "dead"."time.start" IS NULL
        AND "all"."time.anchor" = 'publication'
        AND "all"."time.precision" = 'day'
      )
      OR (
        "all"."time.start" IS NULL
        AND "dead"."time.anchor" = 'publication'
        AND "dead"."time.precision" = 'day'
      )
    )
    OR (
      "dead"."time.start" < "all"."time.end" AND "all"."time.start" < "dead"."time.end"
    )
  )
  AND (
    "dead"."time.start" IS NULL
    OR "all"."time.start" IS NULL
    OR "dead"."time.start" >= "all"."time.start"
  )
  AND (
    "dead"."subject" <> 'people'
    OR "dead"."place" = "all"."place"
    OR (
      "dead"."sentence" = "all"."sentence"
      AND "dead"."part" = "all"."part"
      AND "dead"."article" = "all"."article"
    )
  )
  AND "all"."further" IS NULL
  AND "all"."partial" IS NULL
  AND "dead"."stance" = 'asserted'
  AND "all"."stance" = 'asserted'
  AND "dead"."value.unit" = "all"."value.unit"
  AND "dead"."value.least" > "all"."value.most"
  AND "dead"."position" <> "all"."position"
ORDER BY
  "dead"."position",
  "all"."position"
