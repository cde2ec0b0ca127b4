using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FashionRecs.Storage.Tests.S3;

/// <summary>
/// A small server on the loopback address that answers as Amazon S3 describes its protocol
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/): put, get, head, delete, delete many, list in pages. Signatures are not checked, but
/// have to name the key.
/// </summary>
internal sealed class LoopbackBucket : IAsyncDisposable
{
    public const string Name = "shop";
    public const string Key = "a-key";
    private const int Page = 3;
    private static readonly XNamespace Space = "http://s3.amazonaws.com/doc/2006-03-01/";
    private readonly WebApplication server;

    public LoopbackBucket()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        server = builder.Build();
        server.Run(AnswerAsync);
        Task.Run(() => server.StartAsync()).GetAwaiter().GetResult();
        Address = server.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
    }

    public string Address { get; }

    /// <summary>What is in the bucket.</summary>
    public ConcurrentDictionary<string, byte[]> Files { get; } = new();

    /// <summary>What it answers to everything, such as 503; null where it works.</summary>
    public int? Trouble { get; set; }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var (request, path) = (context.Request, context.Request.Path.Value!.Trim('/').Split('/', 2));
        if (Trouble is { } status)
        {
            await FailAsync(context, status, "SlowDown");
        }
        else if (!request.Headers.Authorization.ToString().Contains($"Credential={Key}/", StringComparison.Ordinal))
        {
            await FailAsync(context, 403, "InvalidAccessKeyId");
        }
        else if (path[0] != Name)
        {
            await FailAsync(context, 404, "NoSuchBucket");
        }
        else if (path.Length == 1)
        {
            await (HttpMethods.IsPost(request.Method) ? DeleteManyAsync(context) : ListAsync(context));
        }
        else
        {
            await FileAsync(context, path[1]);
        }
    }

    private async Task FileAsync(HttpContext context, string name)
    {
        if (HttpMethods.IsPut(context.Request.Method))
        {
            using var content = new MemoryStream();
            await context.Request.Body.CopyToAsync(content);
            Files[name] = content.ToArray();
            context.Response.Headers.ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Files[name]))[..32]}\"";
        }
        else if (HttpMethods.IsDelete(context.Request.Method))
        {
            Files.TryRemove(name, out _);
            context.Response.StatusCode = 204;
        }
        else if (!Files.TryGetValue(name, out var bytes))
        {
            await FailAsync(context, 404, "NoSuchKey");
        }
        else
        {
            context.Response.ContentLength = bytes.Length;
            if (HttpMethods.IsGet(context.Request.Method))
            {
                await context.Response.Body.WriteAsync(bytes);
            }
        }
    }

    private Task ListAsync(HttpContext context)
    {
        var (prefix, after) = (context.Request.Query["prefix"].ToString(), context.Request.Query["continuation-token"].ToString());
        var names = Files.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Where(name => string.CompareOrdinal(name, after) > 0).ToArray();
        var shown = names.Take(Page).ToArray();
        return WriteAsync(context, new XElement(Space + "ListBucketResult",
            new XElement(Space + "Name", Name), new XElement(Space + "Prefix", prefix), new XElement(Space + "KeyCount", shown.Length),
            new XElement(Space + "MaxKeys", Page), new XElement(Space + "IsTruncated", names.Length > Page ? "true" : "false"),
            names.Length > Page ? new XElement(Space + "NextContinuationToken", shown[^1]) : null,
            shown.Select(name => new XElement(Space + "Contents",
                new XElement(Space + "Key", name), new XElement(Space + "Size", Files[name].Length)))));
    }

    private async Task DeleteManyAsync(HttpContext context)
    {
        var asked = await XDocument.LoadAsync(context.Request.Body, LoadOptions.None, CancellationToken.None);
        foreach (var key in asked.Descendants().Where(element => element.Name.LocalName == "Key"))
        {
            Files.TryRemove(key.Value, out _);
        }

        await WriteAsync(context, new XElement(Space + "DeleteResult"));
    }

    private static Task FailAsync(HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask
            : WriteAsync(context, new XElement("Error", new XElement("Code", code), new XElement("Message", $"It says {code}.")));
    }

    private static Task WriteAsync(HttpContext context, XElement answer)
    {
        context.Response.ContentType = "application/xml";
        return context.Response.WriteAsync(answer.ToString());
    }
}
