-- ccf-coefficients of 2026-04: processors that the constants of 2024 lack. AWS's list also serves
-- Azure, which has none of its own for them. EPYC 5th Gen's own figures (min 3.68 W, five times its
-- predecessor's, averaged with desktop parts) are an outlier: those of the 4th Gen stand in.
create table published as
  select 'aws' as provider, 'aws' as list, * from original('/cloud/ccf-coefficients/coefficients-aws-use.csv')
  union all
  select 'gcp', 'gcp', * from original('/cloud/ccf-coefficients/coefficients-gcp-use.csv')
  union all
  select 'azure', 'aws', * from original('/cloud/ccf-coefficients/coefficients-aws-use.csv')
  where Architecture not like 'Graviton%';
create table lacking as
  select p.provider, p.list, processor(p.Architecture) as subject, used.Architecture as published_as,
         used."Min Watts" as min_watts, used."Max Watts" as max_watts
  from published p
  join published used
    on used.provider = p.provider
   and used.Architecture = if(p.Architecture = 'EPYC 5th Gen', 'EPYC 4th Gen', p.Architecture)
  where (p.provider, processor(p.Architecture)) not in (
    select (provider, processor(processor)) from original('/cloud/ccf-2024/processors.csv'));
select 'ccf-coefficients-2026:' || provider || '/' || slug(subject) || ':' || bound as id,
       'cloud.processor.' || bound as kind, subject, provider as place, '' as valid_from,
       '' as valid_to, 'vCPU' as per_unit, 'W' as unit,
       if(bound = 'min-watts', min_watts, max_watts) as value, '' as co2, '' as ch4, '' as n2o,
       '' as biogenic_co2, '' as gwp_set, 'Cloud Carbon Footprint' as publisher,
       'ccf-coefficients b0032d9 (2026-04-24)' as edition,
       'output/coefficients-' || list || '-use.csv' as table_name, published_as as row_name,
       'Apache-2.0' as licence,
       case when subject like 'AWS Graviton%' then 'not measured: the values of AMD EPYC 2nd Gen'
            when subject = 'AMD EPYC 5th Gen'
              then 'published min 3.68 W is an outlier: the values of AMD EPYC 4th Gen stand in'
            when provider <> list then 'published for AWS; a mean over the same processors'
            else '' end as note
from lacking, (values ('min-watts'), ('max-watts')) as b(bound)
order by provider, subject, bound desc;
