-- Types of virtual machine. Cloud Carbon Footprint's constants of 2024 come first; ccf-coefficients of
-- 2026 adds the types they lack, and Google's memory. Also read by the billing rollups: provider,
-- lookup_key (as bills may write it, made alike), vcpus, memory_gb. Azure's list of 2026 adds only
-- constrained types, with a share where their vCPUs should stand: it is left out.
create macro tidy(type) as trim(regexp_replace(type, '[\s\x{00A0}]+', ' ', 'g'));
create macro lookup(type) as regexp_replace(replace(lower(tidy(type)), '_', ' '), '^standard ', '');
create macro maker(cpu) as
  case when cpu like '%Graviton4%' then 'AWS Graviton4' when cpu like '%Graviton3E%' then 'AWS Graviton3E'
       when cpu like '%Graviton3%' then 'AWS Graviton3' when cpu like '%Graviton2%' then 'AWS Graviton2'
       when cpu like '%Granite Rapids%' then 'Granite Rapids'
       when cpu like '%Emerald Rapids%' then 'Emerald Rapids'
       when cpu like '%Sapphire Rapids%' then 'Sapphire Rapids'
       when cpu like '%Ice Lake%' then 'Ice Lake'
       when cpu like '%7R32%' then 'AMD EPYC 2nd Gen' when cpu like '%7R13%' then 'AMD EPYC 3rd Gen'
       when cpu like '%9R14%' then 'AMD EPYC 4th Gen'
       when cpu like '%9R45%' or cpu like '%9R05%' then 'AMD EPYC 5th Gen'
       when cpu like '%8176M%' or cpu like '%8175M%' then 'Skylake'
       when cpu like '%8280L%' or cpu like '%8259CL%' or cpu like '%Cascade Lake%' then 'Cascade Lake'
       else '' end;
create table old as
  select row_number() over () as line, * from original('/cloud/ccf-2024/instances.csv');
create table google as from original('/cloud/ccf-coefficients/gcp-instances-latest-2026.csv');
create table known as
  select 1 as part, line, o.provider, o.instance_type, vcpus,
         case when o.instance_type = 't1.micro' then '0.61'
              else coalesce(o.memory_gb, g."Instance Memory") end as memory_gb,
         largest_vcpus_of_family as server_vcpus,
         plain(server_embodied_tco2e::decimal(18, 9) * 1000.0) as server_embodied_kg,
         if(processors = 'Unknown', null, processors) as processors,
         plain(baseline_utilisation_percent::decimal(9, 4) * 0.01) as baseline,
         nullif(gpus, '') as gpus, nullif(gpu_processors, '') as gpu_processors,
         'ccf-2024' as edition_id, 'b7a049c (2024-03-25)' as edition, 'instances.csv' as table_name,
         case when o.instance_type = 't1.micro' then 'memory published as 613, meant as MB; 0.61 of 2026 taken'
              when o.provider = 'gcp' and g."Instance Memory" is not null
                then 'memory: gcp-instances-latest-2026.csv'
              when count(*) over (partition by o.provider, o.instance_type) > 1
                then 'published twice, the first row taken'
              else '' end as note
  from old o left join google g on o.provider = 'gcp' and g."Instance Type" = o.instance_type
  qualify row_number() over (partition by o.provider, lookup(o.instance_type) order by line) = 1;
create table aws as
  select 2 as part, row_number() over () as line, 'aws' as provider, "Instance Type" as instance_type,
         vCPUs as vcpus, "Memory (GiB)" as memory_gb,
         max(vCPUs::int) over (partition by split_part("Instance Type", '.', 1))::varchar as server_vcpus,
         plain("Platform Embedded Emissions (mtCo2eq)"::decimal(18, 9) * 1000.0) as server_embodied_kg,
         nullif(maker("Platform CPU Name"), '') as processors, null as baseline,
         null as gpus, null as gpu_processors,
         'ccf-coefficients-2026' as edition_id, 'ccf-coefficients b0032d9 (2026-04-24)' as edition,
         'data/aws-instances-latest-2026.csv' as table_name,
         'processor: ' || "Platform CPU Name" as note
  from original('/cloud/ccf-coefficients/aws-instances-latest-2026.csv');
create table gcp as
  select 3 as part, row_number() over () as line, 'gcp' as provider, "Instance Type" as instance_type,
         "Instance vCPU" as vcpus, "Instance Memory" as memory_gb, null as server_vcpus,
         null as server_embodied_kg, nullif(processor(Microarchitecture), '') as processors,
         null as baseline, null as gpus, null as gpu_processors,
         'ccf-coefficients-2026' as edition_id,
         'ccf-coefficients b0032d9 (2026-04-24)' as edition,
         'data/gcp-instances-latest-2026.csv' as table_name,
         'processor: ' || "CPU Name" || '; embodied figures of this list are implausible '
           || '(8 t for e2-standard, 470,000 t for x4-megamem) and left out' as note
  from google;
-- Redshift's nodes stand in one cell per family: {'large': [2, 15], '8xlarge': [32, 244]}
create table node as
  select instance_type as family, unnest(regexp_extract_all(vcpus, '''[a-z0-9]+'': \[[0-9, ]+\]')) as text
  from original('/cloud/ccf-2024/aws-other-instances.csv') where service = 'redshift';
create table redshift as
  select 4 as part, row_number() over () as line, 'aws' as provider,
         family || '.' || regexp_extract(text, '''([a-z0-9]+)''', 1) as instance_type,
         regexp_extract(text, '\[([0-9]+)', 1) as vcpus,
         regexp_extract(text, ', ([0-9]+)\]', 1) as memory_gb, null as server_vcpus,
         null as server_embodied_kg, null as processors, null as baseline, null as gpus,
         null as gpu_processors, 'ccf-2024' as edition_id, 'b7a049c (2024-03-25)' as edition,
         'aws-other-instances.csv' as table_name, 'node of Redshift' as note
  from node;
create table every as
  from known union all from aws union all from gcp union all from redshift;
select provider, tidy(instance_type) as instance_type, lookup(instance_type) as lookup_key, vcpus, memory_gb, server_vcpus,
       server_embodied_kg, processors, baseline,
       edition_id || ':instance:' || provider || '/' || slug(instance_type) as id,
       'Cloud Carbon Footprint' as publisher, edition, table_name,
       provider || ',' || tidy(instance_type) as row_name, 'Apache-2.0' as licence, note, gpus, gpu_processors
from every
qualify row_number() over (partition by provider, lookup(instance_type) order by part, line) = 1
order by part, line;
