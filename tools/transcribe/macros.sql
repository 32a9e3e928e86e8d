-- Shared by all transcriptions. Variable 'shared' is the directory of the originals.
create macro original(path) as table
  select * from read_csv(getvariable('shared') || path, all_varchar = true, header = true);
-- a decimal as text without trailing zeros
create macro plain(number) as
  case when contains(number::varchar, '.')
       then rtrim(rtrim(number::varchar, '0'), '.') else number::varchar end;
-- the shortest decimal behind a spreadsheet's binary figure: 9.9499999999999993 is 9.95
create macro figure(text) as cast(cast(text as double) as decimal(24, 12));
create macro slug(text) as trim(regexp_replace(lower(text), '[^a-z0-9]+', '-', 'g'), '-');
-- one name per processor: 'EPYC 2nd Gen' and 'AMD EPYC 2nd Gen', 'Graviton2' and 'AWS Graviton2'
create macro processor(name) as
  case when name like 'EPYC%' then 'AMD ' || name
       when name like 'Graviton%' then 'AWS ' || name else name end;
create macro country_code(name) as map {
  'Australia': 'AU', 'Austria': 'AT', 'Bahrain': 'BH', 'Belgium': 'BE', 'Brazil': 'BR',
  'Canada': 'CA', 'Chile': 'CL', 'China': 'CN', 'Denmark': 'DK', 'Finland': 'FI', 'France': 'FR',
  'Germany': 'DE', 'Greece': 'GR', 'India': 'IN', 'Indonesia': 'ID', 'Ireland': 'IE',
  'Israel': 'IL', 'Italy': 'IT', 'Japan': 'JP', 'Malaysia': 'MY', 'Mexico': 'MX',
  'Netherlands': 'NL', 'New Zealand': 'NZ', 'Norway': 'NO', 'Poland': 'PL', 'Qatar': 'QA',
  'Saudi Arabia': 'SA', 'Singapore': 'SG', 'South Africa': 'ZA', 'South Korea': 'KR',
  'Spain': 'ES', 'Sweden': 'SE', 'Switzerland': 'CH', 'Taiwan': 'TW', 'Thailand': 'TH',
  'United Arab Emirates': 'AE', 'United Kingdom': 'GB', 'United States': 'US'}[name];
-- Google's grid intensity of all years; the column's title changes over the years
create macro google_intensity() as table
  select regexp_extract(filename, '(\d{4})\.csv$', 1)::int as year, region, grams
  from read_csv(getvariable('shared') || '/cloud/gcp-region-carbon/20*.csv', header = true,
                filename = true, auto_detect = false, delim = ',', quote = '"', null_padding = true,
                columns = {'region': 'varchar', 'location': 'varchar', 'cfe': 'varchar',
                           'grams': 'varchar'})
  where region <> '' and grams <> '';
