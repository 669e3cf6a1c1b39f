SELECT
  "first"."position" AS "fact_1",
  "second"."position" AS "fact_2"
FROM "casualty" AS "first", "casualty" AS "second"
WHERE
  (
    "first"."article" IS NULL
    OR "second"."article" IS NULL
    OR "first"."article" <> "second"."article"
  )
  AND "first"."measure" = "second"."measure"
  AND (
    "first"."subject" = "second"."subject"
    OR (
      "first"."subject" = 'people'
      AND "second"."value.unit" = "first"."value.unit"
      AND "second"."value.least" > "first"."value.most"
    )
    OR (
      "second"."subject" = 'people'
      AND "first"."value.unit" = "second"."value.unit"
      AND "first"."value.least" > "second"."value.most"
    )
  )
  AND (
    "first"."place" IS NULL
    OR "second"."place" IS NULL
    OR (
      "first"."place.first" <= "second"."place.last"
      AND "second"."place.first" <= "first"."place.last"
    )
  )
  AND (
    (
      (
        "first"."time.start" = "second"."time.start"
        AND "first"."time.end" = "second"."time.end"
      )
      OR (
        "first"."time.start" IS NULL
        AND "second"."time.start" IS NULL
        AND (
          "first"."undated" IS NULL
          OR "second"."undated" IS NULL
          OR (
            "first"."undated" = "second"."undated"
            AND "first"."paragraph" = "second"."paragraph"
          )
          OR "first"."article" <> "second"."article"
        )
      )
      OR (
        "first"."time.start" IS NULL
        AND "second"."time.anchor" = 'publication'
        AND "second"."time.precision" = 'day'
      )
      OR (
        "second"."time.start" IS NULL
        AND "first"."time.anchor" = 'publication'
        AND "first"."time.precision" = 'day'
      )
    )
    OR (
      "first"."time.start" < "second"."time.end"
      AND "second"."time.start" < "first"."time.end"
    )
  )
  AND "first"."part_of" IS NULL
  AND "second"."part_of" IS NULL
  AND (
    (
      "first"."further" IS NULL AND "second"."further" IS NULL
    )
    OR "first"."further" = "second"."further"
  )
  AND (
    (
      "first"."partial" IS NULL AND "second"."partial" IS NULL
    )
    OR (
      "first"."subject" <> 'people' AND "first"."subject" = "second"."subject"
    )
  )
  AND (
    "first"."stance" = 'asserted' OR "first"."stance" = 'claimed'
  )
  AND (
    "second"."stance" = 'asserted' OR "second"."stance" = 'claimed'
  )
  AND "first"."value.high" > 1000
  AND "second"."value.high" > 1000
  AND (
    (
      "first"."value.low" IS NULL
      OR "second"."value.high" IS NULL
      OR "first"."value.low" <= CAST("second"."value.high" AS DECIMAL(38, 0)) * 10
    )
    OR (
      "first"."value.unit" IS NULL
      OR "second"."value.unit" IS NULL
      OR "first"."value.unit" <> "second"."value.unit"
    )
    OR (
      "first"."value.low" IS NULL OR "first"."value.low" >= 4611686018427387904
    )
    OR (
      "first"."value.low" IS NULL OR "first"."value.low" <= -4611686018427387904
    )
    OR (
      "second"."value.high" IS NULL OR "second"."value.high" >= 4611686018427387904
    )
    OR (
      "second"."value.high" IS NULL OR "second"."value.high" <= -4611686018427387904
    )
  )
  AND (
    (
      "second"."value.low" IS NULL
      OR "first"."value.high" IS NULL
      OR "second"."value.low" <= CAST("first"."value.high" AS DECIMAL(38, 0)) * 10
    )
    OR (
      "second"."value.unit" IS NULL
      OR "first"."value.unit" IS NULL
      OR "second"."value.unit" <> "first"."value.unit"
    )
    OR (
      "second"."value.low" IS NULL OR "second"."value.low" >= 4611686018427387904
    )
    OR (
      "second"."value.low" IS NULL OR "second"."value.low" <= -4611686018427387904
    )
    OR (
      "first"."value.high" IS NULL OR "first"."value.high" >= 4611686018427387904
    )
    OR (
      "first"."value.high" IS NULL OR "first"."value.high" <= -4611686018427387904
    )
  )
  AND "first"."value.unit" = "second"."value.unit"
  AND (
    "first"."value.least" > "second"."value.most"
    OR "second"."value.least" > "first"."value.most"
  )
  AND (
    (
      "first"."published" IS NULL
      OR "second"."published" IS NULL
      OR "first"."published" <= "second"."published"
    )
    OR (
      "first"."value.low" IS NULL
      OR "second"."value.high" IS NULL
      OR "first"."value.low" <= "second"."value.high"
    )
    OR (
      "first"."value.unit" IS NULL
      OR "second"."value.unit" IS NULL
      OR "first"."value.unit" <> "second"."value.unit"
    )
  )
  AND (
    (
      "second"."published" IS NULL
      OR "first"."published" IS NULL
      OR "second"."published" <= "first"."published"
    )
    OR (
      "second"."value.low" IS NULL
      OR "first"."value.high" IS NULL
      OR "second"."value.low" <= "first"."value.high"
    )
    OR (
      "second"."value.unit" IS NULL
      OR "first"."value.unit" IS NULL
      OR "second"."value.unit" <> "first"."value.unit"
    )
  )
  AND "first"."position" <> "second"."position"
  AND NOT EXISTS(
    SELECT
      1
    FROM "casualty" AS "agreeing"
    WHERE
      "agreeing"."article" = "second"."article"
      AND "agreeing"."measure" = "first"."measure"
      AND (
        "agreeing"."value.low" IS NULL
        OR "first"."value.low" IS NULL
        OR (
          "agreeing"."value.unit" = "first"."value.unit"
          AND "agreeing"."value.least" <= "first"."value.most"
          AND "first"."value.least" <= "agreeing"."value.most"
        )
      )
      AND "first"."position" <> "agreeing"."position"
      AND "second"."position" <> "agreeing"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "casualty" AS "agreeing"
    WHERE
      "agreeing"."article" = "first"."article"
      AND "agreeing"."measure" = "second"."measure"
      AND (
        "agreeing"."value.low" IS NULL
        OR "second"."value.low" IS NULL
        OR (
          "agreeing"."value.unit" = "second"."value.unit"
          AND "agreeing"."value.least" <= "second"."value.most"
          AND "second"."value.least" <= "agreeing"."value.most"
        )
      )
      AND "first"."position" <> "agreeing"."position"
      AND "second"."position" <> "agreeing"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "casualty" AS "more"
    WHERE
      "first"."further" IS NULL
      AND "more"."measure" = "first"."measure"
      AND "more"."further" = 'yes'
      AND "first"."position" <> "more"."position"
      AND "second"."position" <> "more"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "casualty" AS "rest"
    WHERE
      "rest"."measure" = "first"."measure"
      AND (
        "rest"."fact" IS NULL OR "first"."fact" IS NULL OR "rest"."fact" <> "first"."fact"
      )
      AND (
        (
          (
            "rest"."value.low" IS NULL
            OR "first"."value.low" IS NULL
            OR "rest"."value.low" <> "first"."value.low"
          )
          OR (
            "rest"."value.high" IS NULL
            OR "first"."value.high" IS NULL
            OR "rest"."value.high" <> "first"."value.high"
          )
          OR (
            "rest"."value.unit" IS NULL
            OR "first"."value.unit" IS NULL
            OR "rest"."value.unit" <> "first"."value.unit"
          )
        )
        OR (
          "rest"."sentence" = "first"."sentence"
          AND "rest"."part" = "first"."part"
          AND "rest"."article" = "first"."article"
        )
      )
      AND CAST("first"."value.low" AS DECIMAL(38, 0)) + CAST("rest"."value.low" AS DECIMAL(38, 0)) = "second"."value.low"
      AND "first"."value.unit" = "rest"."value.unit"
      AND "first"."value.unit" = "second"."value.unit"
      AND "first"."value.low" < 4611686018427387904
      AND "first"."value.low" > -4611686018427387904
      AND "rest"."value.low" < 4611686018427387904
      AND "rest"."value.low" > -4611686018427387904
      AND "second"."value.low" < 4611686018427387904
      AND "second"."value.low" > -4611686018427387904
      AND "first"."position" <> "rest"."position"
      AND "second"."position" <> "rest"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "casualty" AS "rest"
    WHERE
      "rest"."measure" = "second"."measure"
      AND (
        "rest"."fact" IS NULL
        OR "second"."fact" IS NULL
        OR "rest"."fact" <> "second"."fact"
      )
      AND (
        (
          (
            "rest"."value.low" IS NULL
            OR "second"."value.low" IS NULL
            OR "rest"."value.low" <> "second"."value.low"
          )
          OR (
            "rest"."value.high" IS NULL
            OR "second"."value.high" IS NULL
            OR "rest"."value.high" <> "second"."value.high"
          )
          OR (
            "rest"."value.unit" IS NULL
            OR "second"."value.unit" IS NULL
            OR "rest"."value.unit" <> "second"."value.unit"
          )
        )
        OR (
          "rest"."sentence" = "second"."sentence"
          AND "rest"."part" = "second"."part"
          AND "rest"."article" = "second"."article"
        )
      )
      AND CAST("second"."value.low" AS DECIMAL(38, 0)) + CAST("rest"."value.low" AS DECIMAL(38, 0)) = "first"."value.low"
      AND "second"."value.unit" = "rest"."value.unit"
      AND "second"."value.unit" = "first"."value.unit"
      AND "second"."value.low" < 4611686018427387904
      AND "second"."value.low" > -4611686018427387904
      AND "rest"."value.low" < 4611686018427387904
      AND "rest"."value.low" > -4611686018427387904
      AND "first"."value.low" < 4611686018427387904
      AND "first"."value.low" > -4611686018427387904
      AND "first"."position" <> "rest"."position"
      AND "second"."position" <> "rest"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "casualty" AS "rest", "casualty" AS "third"
    WHERE
      "rest"."article" = "first"."article"
      AND "third"."article" = "first"."article"
      AND "rest"."measure" = "first"."measure"
      AND "third"."measure" = "first"."measure"
      AND (
        "rest"."fact" IS NULL OR "first"."fact" IS NULL OR "rest"."fact" <> "first"."fact"
      )
      AND (
        "third"."fact" IS NULL
        OR "first"."fact" IS NULL
        OR "third"."fact" <> "first"."fact"
      )
      AND (
        "rest"."fact" IS NULL OR "third"."fact" IS NULL OR "rest"."fact" <> "third"."fact"
      )
      AND CAST("first"."value.low" AS DECIMAL(38, 0)) + CAST("rest"."value.low" AS DECIMAL(38, 0)) + CAST("third"."value.low" AS DECIMAL(38, 0)) = "second"."value.low"
      AND "first"."value.unit" = "rest"."value.unit"
      AND "first"."value.unit" = "third"."value.unit"
      AND "first"."value.unit" = "second"."value.unit"
      AND "first"."value.low" < 4611686018427387904
      AND "first"."value.low" > -4611686018427387904
      AND "rest"."value.low" < 4611686018427387904
      AND "rest"."value.low" > -4611686018427387904
      AND "third"."value.low" < 4611686018427387904
      AND "third"."value.low" > -4611686018427387904
      AND "second"."value.low" < 4611686018427387904
      AND "second"."value.low" > -4611686018427387904
      AND "first"."position" <> "rest"."position"
      AND "second"."position" <> "rest"."position"
      AND "first"."position" <> "third"."position"
      AND "second"."position" <> "third"."position"
      AND "rest"."position" <> "third"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "casualty" AS "rest", "casualty" AS "third"
    WHERE
      "rest"."article" = "second"."article"
      AND "third"."article" = "second"."article"
      AND "rest"."measure" = "second"."measure"
      AND "third"."measure" = "second"."measure"
      AND (
        "rest"."fact" IS NULL
        OR "second"."fact" IS NULL
        OR "rest"."fact" <> "second"."fact"
      )
      AND (
        "third"."fact" IS NULL
        OR "second"."fact" IS NULL
        OR "third"."fact" <> "second"."fact"
      )
      AND (
        "rest"."fact" IS NULL OR "third"."fact" IS NULL OR "rest"."fact" <> "third"."fact"
      )
      AND CAST("second"."value.low" AS DECIMAL(38, 0)) + CAST("rest"."value.low" AS DECIMAL(38, 0)) + CAST("third"."value.low" AS DECIMAL(38, 0)) = "first"."value.low"
      AND "second"."value.unit" = "rest"."value.unit"
      AND "second"."value.unit" = "third"."value.unit"
      AND "second"."value.unit" = "first"."value.unit"
      AND "second"."value.low" < 4611686018427387904
      AND "second"."value.low" > -4611686018427387904
      AND "rest"."value.low" < 4611686018427387904
      AND "rest"."value.low" > -4611686018427387904
      AND "third"."value.low" < 4611686018427387904
      AND "third"."value.low" > -4611686018427387904
      AND "first"."value.low" < 4611686018427387904
      AND "first"."value.low" > -4611686018427387904
      AND "first"."position" <> "rest"."position"
      AND "second"."position" <> "rest"."position"
      AND "first"."position" <> "third"."position"
      AND "second"."position" <> "third"."position"
      AND "rest"."position" <> "third"."position"
  )
ORDER BY
  "first"."position",
  "second"."position"
