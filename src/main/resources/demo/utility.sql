-- Twelve months of electricity, gas and diesel bills of six sites, as people upload them, every cell as text.
-- The last four rows are deliberately bad: quantity, unit, period and kind.
with meter (no, account, site, postcode, country, supplier, kind, monthly, unit, price, currency, winter) as (
  values
  (1, 'E-1001', 'Raleigh office', '27601', 'US', 'Duke Energy', 'electricity', 41000, 'kWh', 0.11, 'USD', -0.15),
  (2, 'G-1002', 'Raleigh office', '27601', 'US', 'PSNC', 'natural-gas', 900, 'therm', 1.1, 'USD', 0.7),
  (3, 'E-2001', 'San Jose lab', '95112', 'US', 'PG&E', 'electricity', 62000, 'kWh', 0.24, 'USD', -0.1),
  (4, 'E-3001', 'Columbus warehouse', '43215', 'US', 'AEP Ohio', 'electricity', 28000, 'kWh', 0.12, 'USD', 0.05),
  (5, 'G-3002', 'Columbus warehouse', '43215', 'US', 'Columbia Gas', 'natural-gas', 180, 'MMBtu', 9.8, 'USD', 0.8),
  (6, 'E-4001', 'Berlin office', '10115', 'DE', 'Stadtwerke', 'electricity', 19000, 'kWh', 0.29, 'EUR', 0.1),
  (7, 'G-4002', 'Berlin office', '10115', 'DE', 'Stadtwerke', 'natural-gas', 24000, 'kWh', 0.09, 'EUR', 0.75),
  (8, 'E-5001', 'Leeds depot', 'LS1 4AP', 'GB', 'Northern Supply', 'electricity', 15000, 'kWh', 0.25, 'GBP', 0.15),
  (9, 'G-5002', 'Leeds depot', 'LS1 4AP', 'GB', 'Northern Supply', 'natural-gas', 31000, 'kWh', 0.06, 'GBP', 0.8),
  (10, 'D-4003', 'Berlin office', '10115', 'DE', 'Fuel card', 'diesel', 420, 'L', 1.62, 'EUR', 0.0),
  (11, 'E-6001', 'Munich data room', '80331', 'DE', 'Stadtwerke', 'electricity', 33000, 'kWh', 0.28, 'EUR', -0.05)
),
bill as (
  select m.*, month_no, date '2023-10-01' + to_months(cast(month_no as integer)) as starts,
    cast(round(monthly * (1 + winter * cos(2 * pi() * (month_no - 3) / 12.0))
      * (0.95 + ((hash(no, month_no) // 65536) % 100) / 1000.0), 0) as bigint) as used
  from meter m cross join range(12) as months (month_no)
),
written as (
  select no * 100 + month_no as position, account, site, postcode, country, supplier, kind,
    cast(used as varchar) as quantity, unit,
    strftime(starts, '%Y-%m-%d') as period_start,
    strftime(starts + interval 1 month - interval 1 day, '%Y-%m-%d') as period_end,
    cast(cast(round(used * price, 2) as decimal(14, 2)) as varchar) as cost, currency,
    concat('INV-', account, '-', strftime(starts, '%Y%m')) as invoice
  from bill
  union all
  values
  (9001, 'E-1001', 'Raleigh office', '27601', 'US', 'Duke Energy', 'electricity', 'see attachment', 'kWh', '2024-10-01', '2024-10-31', '4510.00', 'USD', 'INV-BAD-1'),
  (9002, 'G-4002', 'Berlin office', '10115', 'DE', 'Stadtwerke', 'natural-gas', '2100', 'buckets', '2024-10-01', '2024-10-31', '1900.00', 'EUR', 'INV-BAD-2'),
  (9003, 'E-5001', 'Leeds depot', 'LS1 4AP', 'GB', 'Northern Supply', 'electricity', '15200', 'kWh', '2024-10-31', '2024-10-01', '3800.00', 'GBP', 'INV-BAD-3'),
  (9004, 'D-4003', 'Berlin office', '10115', 'DE', 'Fuel card', 'unobtainium', '400', 'L', '2024-10-01', '2024-10-31', '648.00', 'EUR', 'INV-BAD-4')
)
select account, site, postcode, country, supplier, kind, quantity, unit, period_start, period_end, cost, currency, invoice
from written
order by position
