using System.Collections.Concurrent;
using System.Security.Cryptography;
using FashionRecs.Web.Api.Keys;

namespace FashionRecs.Web.Api.Protocol;

/// <summary>
/// Answers a write that is sent again with the same <c>Idempotency-Key</c> as the first time, without doing it again. What is remembered
/// lies in memory, the last 10,000 answers of this process for a day: events are known again by their ids in the database whatever happens
/// to it. Thread-safe.
/// </summary>
internal sealed class IdempotentWrites(TimeProvider time) : IMiddleware
{
    /// <summary>The header.</summary>
    public const string Header = "Idempotency-Key";

    private const int Most = 10_000;
    private const int LongestKey = 200;
    private const int LargestAnswer = 64 << 10;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, Answer> answers = new();
    private readonly ConcurrentQueue<string> order = new();

    /// <inheritdoc/>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            || request.Headers[Header].ToString() is not { Length: > 0 } key)
        {
            await next(context);
            return;
        }

        if (key.Length > LongestKey)
        {
            throw ApiRefusedException.Bad($"An {Header} has at most {LongestKey} characters.");
        }

        request.EnableBuffering();
        var body = Convert.ToHexString(await SHA256.HashDataAsync(request.Body, context.RequestAborted));
        request.Body.Position = 0;
        var name = $"{ApiCaller.Of(context).Key.Id} {request.Headers[ApiKeyHandler.ShopperHeader]} {key}";
        var asked = $"{request.Method} {request.Path}{request.QueryString} {body}";
        var mine = new Answer(asked, time.GetUtcNow() + Kept);
        var known = answers.GetOrAdd(name, mine);
        if (known != mine && known.Until < time.GetUtcNow() && answers.TryUpdate(name, mine, known))
        {
            known = mine;
        }

        if (known != mine)
        {
            await RepeatAsync(context, known, asked);
            return;
        }

        order.Enqueue(name);
        while (order.Count > Most && order.TryDequeue(out var oldest))
        {
            answers.TryRemove(oldest, out _);
        }

        await KeepAsync(context, next, name, mine);
    }

    private async Task KeepAsync(HttpContext context, RequestDelegate next, string name, Answer mine)
    {
        var body = context.Response.Body;
        using var written = new MemoryStream();
        context.Response.Body = written;
        var kept = false;
        try
        {
            await next(context);
            if (context.Response.StatusCode < StatusCodes.Status400BadRequest && written.Length <= LargestAnswer)
            {
                mine.Done = (context.Response.StatusCode, context.Response.ContentType, written.ToArray());
                kept = true;
            }
        }
        finally
        {
            context.Response.Body = body;
            if (!kept)
            {
                // What was refused may be sent again once it is put right.
                answers.TryRemove(KeyValuePair.Create(name, mine));
            }
        }

        written.Position = 0;
        if (written.Length > 0)
        {
            await written.CopyToAsync(body, context.RequestAborted);
        }
    }

    private static async Task RepeatAsync(HttpContext context, Answer known, string asked)
    {
        if (known.Asked != asked)
        {
            throw new ApiRefusedException(StatusCodes.Status422UnprocessableEntity, $"This {Header} was used for another request.");
        }

        if (known.Done is not var (status, type, body))
        {
            throw new ApiRefusedException(StatusCodes.Status409Conflict,
                "The same request is being done at the moment; ask again in a moment.");
        }

        (context.Response.StatusCode, context.Response.ContentType) = (status, type);
        if (body.Length > 0)
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    private sealed class Answer(string asked, DateTimeOffset until)
    {
        public string Asked => asked;

        public DateTimeOffset Until => until;

        public (int Status, string? Type, byte[] Body)? Done { get; set; }
    }
}
