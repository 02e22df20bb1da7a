{ method: 'GET', path: /^\/orders\/(?<id>[A-Za-z0-9_-]{1,64})$/, answer: getOrder },
