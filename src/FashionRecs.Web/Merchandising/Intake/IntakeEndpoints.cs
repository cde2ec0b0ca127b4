using System.Text;
using FashionRecs.Application.CatalogImport;
using FashionRecs.Web.Merchandising.Frame;
using Microsoft.AspNetCore.Http.Features;

namespace FashionRecs.Web.Merchandising.Intake;

/// <summary>
/// Takes files over HTTP, one request each, so that a lost connection loses no more than the file under way. A header that other sites
/// cannot send with a person's cookie is asked for.
/// </summary>
public static class IntakeEndpoints
{
    public static void MapIntake(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/intake/begin", BeginAsync).AddEndpointFilter(OwnScriptOnly).DisableAntiforgery();
        routes.MapPut("/intake/{id:guid}/file", PutAsync).AddEndpointFilter(OwnScriptOnly).DisableAntiforgery();
        routes.MapPost("/intake/{id:guid}/read", ReadAsync).AddEndpointFilter(OwnScriptOnly).DisableAntiforgery();
        routes.MapGet("/intake/{id:guid}/refused.csv", RefusedAsync);
    }

    private static async ValueTask<object?> OwnScriptOnly(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Request.Headers["X-Requested-With"] == "fashionrecs" ? await next(context) : Results.StatusCode(StatusCodes.Status400BadRequest);

    private static Task<IResult> BeginAsync(string name, HttpContext context, IIntakeStore intakes) => OnDiskAsync(async () =>
        Results.Json(new { id = await intakes.BeginAsync(name, Reviewer.NameOf(context.User)) }));

    /// <summary>Takes a file, or keeps that it was refused. The script says the size ahead, so that nobody waits for what will be refused, and says so where the browser could not read a file.</summary>
    private static Task<IResult> PutAsync(Guid id, string name, long? size, bool? unread, HttpContext context, IIntakeStore intakes, StagingFolder staging, IntakeLimits limits, CancellationToken cancellation) => OnDiskAsync(async () =>
    {
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = limits.LargestFile;
        try
        {
            if (await intakes.StateAsync(id, cancellation) != IntakeState.Open)
            {
                return Results.Problem("This intake takes no more files.", statusCode: StatusCodes.Status409Conflict);
            }

            if (unread == true)
            {
                throw new InvalidDataException("The browser could not read or send the file.");
            }

            await staging.SaveAsync(id, name, context.Request.Body, size, cancellation);
            return Results.NoContent();
        }
        catch (InvalidDataException exception)
        {
            await staging.RefuseAsync(id, name, exception.Message);
            return Results.Problem(exception.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    });

    private static Task<IResult> ReadAsync(Guid id, IIntakeStore intakes) => OnDiskAsync(async () =>
        await intakes.MoveAsync(id, IntakeState.Reading, [IntakeState.Open]) ? Results.NoContent() : Results.Problem("This intake is not open.", statusCode: StatusCodes.Status409Conflict));

    /// <summary>A disk without room, or a locked database, is said in a sentence; the script waits and tries again.</summary>
    private static async Task<IResult> OnDiskAsync(Func<Task<IResult>> act)
    {
        try
        {
            return await act();
        }
        catch (IOException exception)
        {
            return Results.Problem(exception.Message, statusCode: StatusCodes.Status507InsufficientStorage);
        }
    }

    private static async Task<IResult> RefusedAsync(Guid id, IIntakeStore intakes, CancellationToken cancellation)
    {
        if (await intakes.TryFindAsync(id, cancellation) is not { } intake)
        {
            return Results.NotFound();
        }

        var text = new StringBuilder("source,product,reason\r\n");
        foreach (var item in await intakes.ItemsAsync(id, IntakeOutcome.Refused, cancellation: cancellation))
        {
            text.Append(Frame.CsvText.Row(item.Source, item.ProductId ?? "", item.Reason ?? ""));
        }

        return Results.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", $"refused-{intake.At:yyyyMMdd-HHmm}.csv");
    }
}
