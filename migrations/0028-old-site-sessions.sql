-- What nobody comes back for goes each night, without reading what stays.
create index site_session_by_age on connect.site_session (began_at);
