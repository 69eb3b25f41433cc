-- Random keys by which the servers of a desk know what they gave out themselves.
create table desk_key (
  name text primary key,
  value text not null                      -- 32 bytes in hexadecimal digits
);
