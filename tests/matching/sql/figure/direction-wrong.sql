SELECT
  "told"."position" AS "fact_1"
FROM "change" AS "told"
WHERE
  (
    "told"."stance" = 'asserted' OR "told"."stance" = 'claimed'
  )
  AND (
    "told"."counted" IS NULL OR "told"."counted" <> 'currency'
  )
  AND (
    "told"."counted" IS NULL OR "told"."counted" <> 'rouble'
  )
  AND (
    "told"."counted" IS NULL OR "told"."counted" <> 'ruble'
  )
  AND (
    "told"."counted" IS NULL OR "told"."counted" <> 'yen'
  )
  AND (
    "told"."counted" IS NULL OR "told"."counted" <> 'lira'
  )
  AND (
    "told"."counted" IS NULL OR "told"."counted" <> 'peso'
  )
  AND (
    "told"."counted" IS NULL OR "told"."counted" <> 'rupee'
  )
  AND (
    "told"."counted" IS NULL OR "told"."counted" <> 'naira'
  )
  AND (
    "told"."counted" IS NULL OR "told"."counted" <> 'yuan'
  )
  AND (
    "told"."counted" IS NULL OR "told"."counted" <> 'won'
  )
  AND (
    "told"."counted" IS NULL OR "told"."counted" <> 'krona'
  )
  AND (
    "told"."counted" IS NULL OR "told"."counted" <> 'krone'
  )
  AND (
    "told"."counted" IS NULL OR "told"."counted" <> 'rial'
  )
  AND (
    "told"."counted" IS NULL OR "told"."counted" <> 'hryvnia'
  )
  AND (
    "told"."counted" IS NULL OR "told"."counted" <> 'shilling'
  )
  AND (
    "told"."counted" IS NULL OR "told"."counted" <> 'rand'
  )
  AND (
    "told"."counted" IS NULL OR "told"."counted" <> 'real'
  )
  AND (
    "told"."counted" IS NULL OR "told"."counted" <> 'dollar'
  )
  AND (
    "told"."counted" IS NULL OR "told"."counted" <> 'euro'
  )
  AND (
    "told"."counted" IS NULL OR "told"."counted" <> 'pound'
  )
  AND (
    "told"."counted" IS NULL OR "told"."counted" <> 'franc'
  )
  AND (
    "told"."counted" IS NULL OR "told"."counted" <> 'zloty'
  )
  AND (
    "told"."counted" IS NULL OR "told"."counted" <> 'forint'
  )
  AND (
    (
      "told"."direction" = 'rose'
      AND "told"."initial.unit" = "told"."value.unit"
      AND "told"."initial.least" > "told"."value.most"
    )
    OR (
      "told"."direction" = 'fell'
      AND "told"."value.unit" = "told"."initial.unit"
      AND "told"."value.least" > "told"."initial.most"
    )
    OR (
      "told"."direction" = 'unchanged'
      AND "told"."initial.unit" = "told"."value.unit"
      AND (
        "told"."initial.least" > "told"."value.most"
        OR "told"."value.least" > "told"."initial.most"
      )
    )
  )
ORDER BY
  "told"."position"
