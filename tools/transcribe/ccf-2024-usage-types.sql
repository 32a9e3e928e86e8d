-- Cloud Carbon Footprint, constants of 2024-03: how it reads AWS's usage types, by their ending (or, for
-- those it leaves out, by any part of them). The order is that of its lists.
select row_number() over () as line, list, usage_type,
       'Cloud Carbon Footprint' as publisher, 'b7a049c (2024-03-25)' as edition,
       'aws-usage-types.csv' as table_name, list || ',' || usage_type as row_name,
       'Apache-2.0' as licence
from original('/cloud/ccf-2024/aws-usage-types.csv');
