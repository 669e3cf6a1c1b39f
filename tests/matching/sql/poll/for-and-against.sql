SELECT
  "for_it"."position" AS "fact_1",
  "against_it"."position" AS "fact_2"
FROM "poll" AS "for_it", "poll" AS "against_it"
WHERE
  "for_it"."measure" = 'support'
  AND "against_it"."measure" = 'support'
  AND "for_it"."response" = 'for'
  AND "against_it"."response" = 'against'
  AND "for_it"."contest" = "against_it"."contest"
  AND "for_it"."about" = "against_it"."about"
  AND (
    (
      "for_it"."time.start" = "against_it"."time.start"
      AND "for_it"."time.end" = "against_it"."time.end"
    )
    OR (
      "for_it"."time.start" IS NULL
      AND "against_it"."time.start" IS NULL
      AND (
        "for_it"."undated" IS NULL
        OR "against_it"."undated" IS NULL
        OR (
          "for_it"."undated" = "against_it"."undated"
          AND "for_it"."paragraph" = "against_it"."paragraph"
        )
        OR "for_it"."article" <> "against_it"."article"
      )
    )
    OR (
      "for_it"."time.start" IS NULL
      AND "against_it"."time.anchor" = 'publication'
      AND "against_it"."time.precision" = 'day'
    )
    OR (
      "against_it"."time.start" IS NULL
      AND "for_it"."time.anchor" = 'publication'
      AND "for_it"."time.precision" = 'day'
    )
  )
  AND (
    "for_it"."population" IS NULL
    OR "against_it"."population" IS NULL
    OR "for_it"."population" = "against_it"."population"
  )
  AND (
    "for_it"."place" IS NULL
    OR "against_it"."place" IS NULL
    OR (
      "for_it"."place.first" <= "against_it"."place.last"
      AND "against_it"."place.first" <= "for_it"."place.last"
    )
  )
  AND (
    "for_it"."pollster" IS NULL
    OR "against_it"."pollster" IS NULL
    OR "for_it"."pollster" = "against_it"."pollster"
  )
  AND "for_it"."stance" = 'asserted'
  AND "against_it"."stance" = 'asserted'
  AND (
    "for_it"."question" IS NULL
    OR "against_it"."question" IS NULL
    OR "for_it"."question" <> "against_it"."question"
  )
  AND (
    CAST("for_it"."value.least" AS DECIMAL(38, 0)) + CAST("against_it"."value.least" AS DECIMAL(38, 0)) > 100000
    OR CAST("for_it"."value.low" AS DECIMAL(38, 0)) + CAST("against_it"."value.low" AS DECIMAL(38, 0)) > 110000
  )
  AND "for_it"."position" <> "against_it"."position"
ORDER BY
  "for_it"."position",
  "against_it"."position"
