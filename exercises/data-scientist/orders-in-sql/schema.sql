CREATE TABLE customers (
  id          INTEGER PRIMARY KEY,
  name        TEXT NOT NULL,
  country     TEXT,                 -- ISO code, NULL when the form was skipped
  created_at  TEXT NOT NULL,        -- '2026-01-05 09:12:44', UTC
  is_internal INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE orders (
  id          INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customers (id),
  ordered_at  TEXT NOT NULL,        -- '2026-01-05 09:12:44', UTC
  status      TEXT NOT NULL,        -- pending, paid, shipped, cancelled
  total_cents INTEGER NOT NULL
);
