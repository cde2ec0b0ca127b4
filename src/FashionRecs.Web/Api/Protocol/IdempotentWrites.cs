using System.Security.Cryptography;
using System.Text;
using FashionRecs.Web.Api.Keys;

namespace FashionRecs.Web.Api.Protocol;

/// <summary>
/// Answers a write that is sent again with the same <c>Idempotency-Key</c> as the first time, without doing it again. What is remembered
/// lies in memory, the last 10,000 answers of this process for a day, fewer where together they hold more than 32 MB: events are known
/// again by their ids in the database whatever happens to it. Thread-safe.
/// </summary>
internal sealed class IdempotentWrites(TimeProvider time) : IMiddleware
{
    /// <summary>The header.</summary>
    public const string Header = "Idempotency-Key";

    private const int Most = 10_000;
    private const long MostBytes = 32 << 20;
    private const int LongestKey = 200;
    private const int LargestAnswer = 64 << 10;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly RememberedAnswers answers = new(Most, MostBytes, Kept, time);

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
        var name = Hash($"{ApiCaller.Of(context).Key.Id} {request.Headers[ApiKeyHandler.ShopperHeader]} {key}");
        var asked = Hash($"{request.Method} {request.Path}{request.QueryString} {body}");
        var answer = answers.Find(name, asked, out var isNew);
        if (isNew)
        {
            await KeepAsync(context, next, answer);
            return;
        }

        await RepeatAsync(context, answer, asked);
    }

    /// <summary>Of a bounded length, whatever a caller sends.</summary>
    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private async Task KeepAsync(HttpContext context, RequestDelegate next, RememberedAnswers.Answer answer)
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
                answers.Keep(answer, context.Response.StatusCode, context.Response.ContentType, written.ToArray());
                kept = true;
            }
        }
        finally
        {
            context.Response.Body = body;
            if (!kept)
            {
                // What was refused may be sent again once it is put right.
                answers.Forget(answer);
            }
        }

        written.Position = 0;
        if (written.Length > 0)
        {
            await written.CopyToAsync(body, context.RequestAborted);
        }
    }

    private static async Task RepeatAsync(HttpContext context, RememberedAnswers.Answer known, string asked)
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
}
