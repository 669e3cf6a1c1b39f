SELECT
  "release"."position" AS "fact_1",
  "fieldwork"."position" AS "fact_2"
FROM "survey" AS "release", "survey" AS "fieldwork"
WHERE
  "release"."stage" = 'release'
  AND "fieldwork"."stage" = 'fieldwork'
  AND "release"."contest" = "fieldwork"."contest"
  AND (
    "release"."pollster" IS NULL
    OR "fieldwork"."pollster" IS NULL
    OR "release"."pollster" = "fieldwork"."pollster"
  )
  AND (
    "release"."stance" = 'asserted' OR "release"."stance" = 'claimed'
  )
  AND (
    "fieldwork"."stance" = 'asserted' OR "fieldwork"."stance" = 'claimed'
  )
  AND "release"."time.precision" = 'day'
  AND "release"."time.end" <= "fieldwork"."time.start"
  AND (
    (
      "release"."time.inferred" = 'nothing' AND "fieldwork"."time.inferred" = 'nothing'
    )
    OR (
      (
        "release"."time.end" IS NULL
        OR "fieldwork"."time.start" IS NULL
        OR CAST("release"."time.end" AS DECIMAL(38, 0)) + 182 > "fieldwork"."time.start"
      )
      AND (
        "fieldwork"."time.end" IS NULL
        OR "release"."time.start" IS NULL
        OR CAST("fieldwork"."time.end" AS DECIMAL(38, 0)) + 182 > "release"."time.start"
      )
    )
  )
  AND "release"."position" <> "fieldwork"."position"
ORDER BY
  "release"."position",
  "fieldwork"."position"
