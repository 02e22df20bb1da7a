if (!pathname.startsWith('/_triggers/')) return answerHttp(functions.http as Handler, request, response);
