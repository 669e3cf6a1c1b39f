SELECT
  "first"."position" AS "fact_1",
  "second"."position" AS "fact_2"
FROM "mention" AS "first", "mention" AS "second"
WHERE
  (
    "first"."article" IS NULL
    OR "second"."article" IS NULL
    OR "first"."article" <> "second"."article"
  )
  AND "first"."sort" = "second"."sort"
  AND (
    "first"."counted" = "second"."counted"
    OR "first"."after" = "second"."after"
    OR (
      (
        "first"."counted" IS NULL
        OR "second"."counted" IS NULL
        OR "first"."counted" = "second"."counted"
      )
      AND "first"."stance" = "second"."stance"
      AND (
        (
          "first"."before" = "second"."before"
          AND (
            "first"."after" IS NULL
            OR "second"."after" IS NULL
            OR "first"."after" = "second"."after"
          )
        )
        OR (
          "first"."predicate" = "second"."predicate"
          AND "first"."role" = "second"."role"
          AND "first"."role" <> 'oblique'
        )
      )
    )
    OR (
      "first"."sort" = 'count'
      AND "first"."verb" = "second"."verb"
      AND "first"."beyond" = "second"."beyond"
    )
  )
  AND (
    (
      "first"."place" IS NULL
      OR "second"."place" IS NULL
      OR (
        "first"."place.first" <= "second"."place.last"
        AND "second"."place.first" <= "first"."place.last"
      )
    )
    OR "first"."place" = "second"."place"
  )
  AND (
    "first"."sort" <> 'age'
    OR (
      "first"."before" IS NULL
      OR "second"."before" IS NULL
      OR "first"."before" = "second"."before"
    )
  )
  AND "first"."each" IS NULL
  AND "second"."each" IS NULL
  AND (
    "first"."further" = "second"."further"
    OR (
      "first"."further" IS NULL AND "second"."further" IS NULL
    )
  )
  AND (
    "first"."partitive" = "second"."partitive"
    OR (
      "first"."partitive" IS NULL AND "second"."partitive" IS NULL
    )
  )
  AND (
    (
      (
        "first"."read" IS NULL OR "first"."read" <> 'casualty'
      )
      AND (
        "second"."read" IS NULL OR "second"."read" <> 'casualty'
      )
    )
    OR (
      "first"."verb" = "second"."verb"
      AND (
        "first"."read" IS NULL
        OR "second"."read" IS NULL
        OR "first"."read" <> "second"."read"
      )
      AND (
        "first"."further" = "second"."further"
        OR (
          "first"."counted" = "second"."counted" AND "first"."beyond" = "second"."beyond"
        )
      )
    )
    OR (
      "first"."verb" = "second"."verb"
      AND "first"."beyond" = "second"."beyond"
      AND "first"."partitive" = "second"."partitive"
    )
  )
  AND "first"."value.unit" = "second"."value.unit"
  AND (
    "first"."value.least" > "second"."value.most"
    OR "second"."value.least" > "first"."value.most"
  )
  AND "first"."position" <> "second"."position"
  AND NOT EXISTS(
    SELECT
      1
    FROM "mention" AS "another"
    WHERE
      "another"."article" = "first"."article"
      AND "another"."sort" = "first"."sort"
      AND "first"."sort" = 'age'
      AND (
        "first"."before" IS NULL OR "second"."before" IS NULL
      )
      AND "another"."value.unit" = "first"."value.unit"
      AND (
        "another"."value.least" > "first"."value.most"
        OR "first"."value.least" > "another"."value.most"
      )
      AND "another"."value.unit" = "second"."value.unit"
      AND (
        "another"."value.least" > "second"."value.most"
        OR "second"."value.least" > "another"."value.most"
      )
      AND "first"."position" <> "another"."position"
      AND "second"."position" <> "another"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "mention" AS "another"
    WHERE
      "another"."article" = "second"."article"
      AND "another"."sort" = "second"."sort"
      AND "first"."sort" = 'age'
      AND (
        "first"."before" IS NULL OR "second"."before" IS NULL
      )
      AND "another"."value.unit" = "first"."value.unit"
      AND (
        "another"."value.least" > "first"."value.most"
        OR "first"."value.least" > "another"."value.most"
      )
      AND "another"."value.unit" = "second"."value.unit"
      AND (
        "another"."value.least" > "second"."value.most"
        OR "second"."value.least" > "another"."value.most"
      )
      AND "first"."position" <> "another"."position"
      AND "second"."position" <> "another"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "mention" AS "agreeing"
    WHERE
      "agreeing"."article" = "second"."article"
      AND "agreeing"."sort" = "first"."sort"
      AND "agreeing"."value.high" < 1000000000000000000
      AND (
        "agreeing"."value.low" IS NULL
        OR "first"."value.low" IS NULL
        OR (
          "agreeing"."value.unit" = "first"."value.unit"
          AND "agreeing"."value.least" <= "first"."value.most"
          AND "first"."value.least" <= "agreeing"."value.most"
        )
      )
      AND (
        (
          "first"."before" IS NULL
          OR "second"."before" IS NULL
          OR "first"."before" <> "second"."before"
        )
        OR (
          "first"."after" IS NULL
          OR "second"."after" IS NULL
          OR "first"."after" <> "second"."after"
        )
        OR "agreeing"."before" = "first"."before"
        OR "agreeing"."after" = "first"."after"
      )
      AND "first"."position" <> "agreeing"."position"
      AND "second"."position" <> "agreeing"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "mention" AS "own"
    WHERE
      "own"."article" = "first"."article"
      AND "own"."sort" = "second"."sort"
      AND "own"."value.high" < 1000000000000000000
      AND (
        "own"."value.low" IS NULL
        OR "second"."value.low" IS NULL
        OR (
          "own"."value.unit" = "second"."value.unit"
          AND "own"."value.least" <= "second"."value.most"
          AND "second"."value.least" <= "own"."value.most"
        )
      )
      AND (
        (
          "first"."before" IS NULL
          OR "second"."before" IS NULL
          OR "first"."before" <> "second"."before"
        )
        OR (
          "first"."after" IS NULL
          OR "second"."after" IS NULL
          OR "first"."after" <> "second"."after"
        )
        OR "own"."before" = "second"."before"
        OR "own"."after" = "second"."after"
      )
      AND "first"."position" <> "own"."position"
      AND "second"."position" <> "own"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "mention" AS "bound"
    WHERE
      "bound"."article" = "second"."article"
      AND "bound"."counted" = "first"."counted"
      AND (
        "bound"."before" IS NULL
        OR "first"."before" IS NULL
        OR "bound"."before" = "first"."before"
      )
      AND (
        "bound"."value.low" IS NULL
        OR "first"."value.low" IS NULL
        OR (
          "bound"."value.unit" = "first"."value.unit"
          AND "bound"."value.least" <= "first"."value.most"
          AND "first"."value.least" <= "bound"."value.most"
        )
      )
      AND "first"."position" <> "bound"."position"
      AND "second"."position" <> "bound"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "mention" AS "limit"
    WHERE
      "limit"."article" = "first"."article"
      AND "limit"."counted" = "second"."counted"
      AND (
        "limit"."before" IS NULL
        OR "second"."before" IS NULL
        OR "limit"."before" = "second"."before"
      )
      AND (
        "limit"."value.low" IS NULL
        OR "second"."value.low" IS NULL
        OR (
          "limit"."value.unit" = "second"."value.unit"
          AND "limit"."value.least" <= "second"."value.most"
          AND "second"."value.least" <= "limit"."value.most"
        )
      )
      AND "first"."position" <> "limit"."position"
      AND "second"."position" <> "limit"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "mention" AS "rest"
    WHERE
      "rest"."sentence" = "second"."sentence"
      AND "rest"."part" = "second"."part"
      AND "rest"."article" = "second"."article"
      AND "rest"."sort" = "second"."sort"
      AND (
        (
          CAST("rest"."value.low" AS DECIMAL(38, 0)) + CAST("second"."value.low" AS DECIMAL(38, 0)) = "first"."value.low"
          AND "rest"."value.unit" = "second"."value.unit"
          AND "rest"."value.unit" = "first"."value.unit"
          AND "rest"."value.low" < 4611686018427387904
          AND "rest"."value.low" > -4611686018427387904
          AND "second"."value.low" < 4611686018427387904
          AND "second"."value.low" > -4611686018427387904
          AND "first"."value.low" < 4611686018427387904
          AND "first"."value.low" > -4611686018427387904
        )
        OR (
          CAST("rest"."value.low" AS DECIMAL(38, 0)) + CAST("first"."value.low" AS DECIMAL(38, 0)) = "second"."value.low"
          AND "rest"."value.unit" = "first"."value.unit"
          AND "rest"."value.unit" = "second"."value.unit"
          AND "rest"."value.low" < 4611686018427387904
          AND "rest"."value.low" > -4611686018427387904
          AND "first"."value.low" < 4611686018427387904
          AND "first"."value.low" > -4611686018427387904
          AND "second"."value.low" < 4611686018427387904
          AND "second"."value.low" > -4611686018427387904
        )
        OR (
          CAST("first"."value.low" AS DECIMAL(38, 0)) + CAST("second"."value.low" AS DECIMAL(38, 0)) = "rest"."value.low"
          AND "first"."value.unit" = "second"."value.unit"
          AND "first"."value.unit" = "rest"."value.unit"
          AND "first"."value.low" < 4611686018427387904
          AND "first"."value.low" > -4611686018427387904
          AND "second"."value.low" < 4611686018427387904
          AND "second"."value.low" > -4611686018427387904
          AND "rest"."value.low" < 4611686018427387904
          AND "rest"."value.low" > -4611686018427387904
        )
      )
      AND "first"."position" <> "rest"."position"
      AND "second"."position" <> "rest"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "mention" AS "share"
    WHERE
      "share"."sentence" = "first"."sentence"
      AND "share"."part" = "first"."part"
      AND "share"."article" = "first"."article"
      AND "share"."sort" = "first"."sort"
      AND (
        (
          CAST("share"."value.low" AS DECIMAL(38, 0)) + CAST("second"."value.low" AS DECIMAL(38, 0)) = "first"."value.low"
          AND "share"."value.unit" = "second"."value.unit"
          AND "share"."value.unit" = "first"."value.unit"
          AND "share"."value.low" < 4611686018427387904
          AND "share"."value.low" > -4611686018427387904
          AND "second"."value.low" < 4611686018427387904
          AND "second"."value.low" > -4611686018427387904
          AND "first"."value.low" < 4611686018427387904
          AND "first"."value.low" > -4611686018427387904
        )
        OR (
          CAST("share"."value.low" AS DECIMAL(38, 0)) + CAST("first"."value.low" AS DECIMAL(38, 0)) = "second"."value.low"
          AND "share"."value.unit" = "first"."value.unit"
          AND "share"."value.unit" = "second"."value.unit"
          AND "share"."value.low" < 4611686018427387904
          AND "share"."value.low" > -4611686018427387904
          AND "first"."value.low" < 4611686018427387904
          AND "first"."value.low" > -4611686018427387904
          AND "second"."value.low" < 4611686018427387904
          AND "second"."value.low" > -4611686018427387904
        )
        OR (
          CAST("first"."value.low" AS DECIMAL(38, 0)) + CAST("second"."value.low" AS DECIMAL(38, 0)) = "share"."value.low"
          AND "first"."value.unit" = "second"."value.unit"
          AND "first"."value.unit" = "share"."value.unit"
          AND "first"."value.low" < 4611686018427387904
          AND "first"."value.low" > -4611686018427387904
          AND "second"."value.low" < 4611686018427387904
          AND "second"."value.low" > -4611686018427387904
          AND "share"."value.low" < 4611686018427387904
          AND "share"."value.low" > -4611686018427387904
        )
      )
      AND "first"."position" <> "share"."position"
      AND "second"."position" <> "share"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "mention" AS "one", "mention" AS "two"
    WHERE
      "one"."sentence" = "second"."sentence"
      AND "one"."part" = "second"."part"
      AND "one"."article" = "second"."article"
      AND "two"."sentence" = "second"."sentence"
      AND "two"."part" = "second"."part"
      AND "two"."article" = "second"."article"
      AND "one"."fact" <> "two"."fact"
      AND (
        (
          CAST("one"."value.low" AS DECIMAL(38, 0)) + CAST("two"."value.low" AS DECIMAL(38, 0)) = "first"."value.low"
          AND "one"."value.unit" = "two"."value.unit"
          AND "one"."value.unit" = "first"."value.unit"
          AND "one"."value.low" < 4611686018427387904
          AND "one"."value.low" > -4611686018427387904
          AND "two"."value.low" < 4611686018427387904
          AND "two"."value.low" > -4611686018427387904
          AND "first"."value.low" < 4611686018427387904
          AND "first"."value.low" > -4611686018427387904
        )
        OR (
          CAST("one"."value.low" AS DECIMAL(38, 0)) + CAST("two"."value.low" AS DECIMAL(38, 0)) + CAST("second"."value.low" AS DECIMAL(38, 0)) = "first"."value.low"
          AND "one"."value.unit" = "two"."value.unit"
          AND "one"."value.unit" = "second"."value.unit"
          AND "one"."value.unit" = "first"."value.unit"
          AND "one"."value.low" < 4611686018427387904
          AND "one"."value.low" > -4611686018427387904
          AND "two"."value.low" < 4611686018427387904
          AND "two"."value.low" > -4611686018427387904
          AND "second"."value.low" < 4611686018427387904
          AND "second"."value.low" > -4611686018427387904
          AND "first"."value.low" < 4611686018427387904
          AND "first"."value.low" > -4611686018427387904
        )
      )
      AND "first"."position" <> "one"."position"
      AND "second"."position" <> "one"."position"
      AND "first"."position" <> "two"."position"
      AND "second"."position" <> "two"."position"
      AND "one"."position" <> "two"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "mention" AS "one", "mention" AS "two"
    WHERE
      "one"."sentence" = "first"."sentence"
      AND "one"."part" = "first"."part"
      AND "one"."article" = "first"."article"
      AND "two"."sentence" = "first"."sentence"
      AND "two"."part" = "first"."part"
      AND "two"."article" = "first"."article"
      AND "one"."fact" <> "two"."fact"
      AND (
        (
          CAST("one"."value.low" AS DECIMAL(38, 0)) + CAST("two"."value.low" AS DECIMAL(38, 0)) = "second"."value.low"
          AND "one"."value.unit" = "two"."value.unit"
          AND "one"."value.unit" = "second"."value.unit"
          AND "one"."value.low" < 4611686018427387904
          AND "one"."value.low" > -4611686018427387904
          AND "two"."value.low" < 4611686018427387904
          AND "two"."value.low" > -4611686018427387904
          AND "second"."value.low" < 4611686018427387904
          AND "second"."value.low" > -4611686018427387904
        )
        OR (
          CAST("one"."value.low" AS DECIMAL(38, 0)) + CAST("two"."value.low" AS DECIMAL(38, 0)) + CAST("first"."value.low" AS DECIMAL(38, 0)) = "second"."value.low"
          AND "one"."value.unit" = "two"."value.unit"
          AND "one"."value.unit" = "first"."value.unit"
          AND "one"."value.unit" = "second"."value.unit"
          AND "one"."value.low" < 4611686018427387904
          AND "one"."value.low" > -4611686018427387904
          AND "two"."value.low" < 4611686018427387904
          AND "two"."value.low" > -4611686018427387904
          AND "first"."value.low" < 4611686018427387904
          AND "first"."value.low" > -4611686018427387904
          AND "second"."value.low" < 4611686018427387904
          AND "second"."value.low" > -4611686018427387904
        )
      )
      AND "first"."position" <> "one"."position"
      AND "second"."position" <> "one"."position"
      AND "first"."position" <> "two"."position"
      AND "second"."position" <> "two"."position"
      AND "one"."position" <> "two"."position"
  )
ORDER BY
  "first"."position",
  "second"."position"
