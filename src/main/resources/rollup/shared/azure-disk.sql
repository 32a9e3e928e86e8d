    -- Microsoft's provisioned sizes: GiB of tiers P/E/S 1 to 80.
    case substr(disk_tier, 2) when '1' then 4 when '2' then 8 when '3' then 16 when '4' then 32 when '6' then 64
      when '10' then 128 when '15' then 256 when '20' then 512 when '30' then 1024 when '40' then 2048
      when '50' then 4096 when '60' then 8192 when '70' then 16384 when '80' then 32767 end as disk_gb
