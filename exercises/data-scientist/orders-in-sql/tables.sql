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

INSERT INTO customers VALUES
  (1, 'Hotel Brennan', 'IE', '2025-11-03 08:00:00', 0),
  (2, 'Okafor & Daughters', 'GB', '2025-11-03 08:00:00', 0),
  (3, 'Studio Marais', 'FR', '2025-11-03 08:00:00', 0),
  (4, 'Lindqvist Interiors', 'SE', '2025-11-03 08:00:00', 0),
  (5, 'Bar Zephyr', 'FR', '2025-11-03 08:00:00', 0),
  (6, 'QA Checkout Robot', 'IE', '2025-11-03 08:00:00', 1),
  (7, 'Nadia Haddad', NULL, '2025-11-03 08:00:00', 0),
  (8, 'The Lantern Inn', 'GB', '2025-11-03 08:00:00', 0),
  (9, 'Showroom (staff)', 'FR', '2025-11-03 08:00:00', 1),
  (10, 'Petrov Architects', 'SE', '2025-11-03 08:00:00', 0),
  (11, 'Café Ombelle', 'FR', '2025-11-03 08:00:00', 0),
  (12, 'Greta Vos', 'NL', '2025-11-03 08:00:00', 0),
  (13, 'Mirela Ionescu', 'RO', '2025-11-03 08:00:00', 0);

INSERT INTO orders VALUES
  (1, 1, '2026-01-05 09:12:44', 'shipped', 48900),
  (2, 2, '2026-01-07 16:40:02', 'shipped', 12950),
  (3, 6, '2026-01-08 03:00:00', 'paid', 100000),
  (4, 8, '2026-01-09 17:31:00', 'cancelled', 9900),
  (5, 3, '2026-01-12 11:05:31', 'shipped', 23400),
  (6, 3, '2026-01-12 11:07:10', 'cancelled', 23400),
  (7, 4, '2026-01-20 08:55:00', 'paid', 7900),
  (8, 9, '2026-01-22 17:20:15', 'shipped', 31000),
  (9, 5, '2026-01-30 22:41:09', 'shipped', 15650),
  (10, 7, '2026-01-31 23:10:50', 'paid', 4200),
  (11, 1, '2026-02-02 10:00:00', 'paid', 52000),
  (12, 2, '2026-02-03 12:30:00', 'cancelled', 64000),
  (13, 8, '2026-02-06 18:05:27', 'shipped', 20000),
  (14, 8, '2026-02-13 18:06:02', 'shipped', 18750),
  (15, 6, '2026-02-14 03:00:00', 'shipped', 100000),
  (16, 10, '2026-02-17 09:45:12', 'paid', 98500),
  (17, 4, '2026-02-19 14:22:40', 'pending', 41000),
  (18, 11, '2026-02-24 07:31:18', 'shipped', 6350),
  (19, 3, '2026-02-26 13:02:55', 'shipped', 27500),
  (20, 13, '2026-02-27 22:50:12', 'cancelled', 17800),
  (21, 12, '2026-03-02 20:14:00', 'paid', 11900),
  (22, 1, '2026-03-04 09:30:10', 'shipped', 36050),
  (23, 9, '2026-03-05 15:00:00', 'cancelled', 5000),
  (24, 10, '2026-03-10 10:10:10', 'cancelled', 120000),
  (25, 2, '2026-03-11 08:00:00', 'paid', 20450),
  (26, 11, '2026-03-15 12:00:00', 'paid', 19900),
  (27, 9, '2026-03-18 16:45:00', 'paid', 45000),
  (28, 8, '2026-03-20 19:55:31', 'pending', 88000),
  (29, 12, '2026-03-27 21:05:44', 'shipped', 25000);
