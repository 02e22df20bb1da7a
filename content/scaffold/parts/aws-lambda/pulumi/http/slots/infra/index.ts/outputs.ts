export const apiUrl = triggers.http.url;
