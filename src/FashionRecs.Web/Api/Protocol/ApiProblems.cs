using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace FashionRecs.Web.Api.Protocol;

/// <summary>Writes errors as problem details (RFC 9457); never the text of an exception.</summary>
internal static class ApiProblems
{
    /// <summary>Writes one.</summary>
    public static Task WriteAsync(HttpContext context, int status, string detail)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(
            new
            {
                type = $"https://httpwg.org/specs/rfc9110.html#status.{status}", title = ReasonPhrases.GetReasonPhrase(status), status,
                detail,
            },
            JsonSerializerOptions.Web, "application/problem+json");
    }

    /// <summary>What to say where nothing was said.</summary>
    public static string Usual(int status) => status switch
    {
        StatusCodes.Status400BadRequest =>
            "A part of the request cannot be read: compare names, kinds and ranges with the API's description.",
        StatusCodes.Status404NotFound => "There is no such address in the API.",
        StatusCodes.Status405MethodNotAllowed => "This address does not know the method.",
        StatusCodes.Status413PayloadTooLarge => "The request is larger than the API takes at once; send it in parts.",
        StatusCodes.Status415UnsupportedMediaType => "Send JSON, with the content type application/json.",
        StatusCodes.Status503ServiceUnavailable => "The database did not answer; try again in a moment.",
        >= StatusCodes.Status500InternalServerError => "Something went wrong in the shop; its log says what.",
        _ => "The request was refused.",
    };
}
