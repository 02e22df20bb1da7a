module.http,
