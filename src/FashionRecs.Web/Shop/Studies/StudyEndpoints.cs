using FashionRecs.Application.Research.Lab;
using FashionRecs.Experiments.Lab;
using FashionRecs.Web.Accounts;
using Microsoft.AspNetCore.Antiforgery;

namespace FashionRecs.Web.Shop.Studies;

/// <summary>Participants' links, and what they press on the pages of their study.</summary>
public static class StudyEndpoints
{
    /// <summary>Where a study is taken part in.</summary>
    public const string Page = "/study";

    /// <summary>Field of a form that names the step it was on.</summary>
    public const string StepField = "step";

    /// <summary>Field of what else was said.</summary>
    public const string CommentField = "comment";

    public static void MapStudies(this IEndpointRouteBuilder routes)
    {
        // Opening a link takes part in nothing: programs that look at links before people do open them, too.
        routes.MapGet("/take-part/{experiment}/{code}", OpenAsync);
        var study = routes.MapGroup(Page);
        study.MapPost("/agree", (HttpContext context, IAntiforgery forgery, StudyCookie cookie, LabVisits visits) =>
            ActAsync(context, forgery, cookie, pass => visits.AgreeAsync(pass.Experiment, pass.Number, pass.Device)));
        study.MapPost("/decline", (HttpContext context, IAntiforgery forgery, StudyCookie cookie, LabVisits visits) =>
            ActAsync(context, forgery, cookie, pass => visits.DeclineAsync(pass.Experiment, pass.Number)));
        study.MapPost("/withdraw", (HttpContext context, IAntiforgery forgery, StudyCookie cookie, LabVisits visits) =>
            ActAsync(context, forgery, cookie, pass => visits.WithdrawAsync(pass.Experiment, pass.Number)));
        study.MapPost("/on", GoOnAsync);
        study.MapPost("/leave", async (HttpContext context, IAntiforgery forgery) =>
        {
            if (await forgery.IsRequestValidAsync(context))
            {
                HostCookies.Delete(context, StudyCookie.Name);
            }

            return Results.LocalRedirect("/");
        });
    }

    private static async Task<IResult> OpenAsync(string experiment, string code, HttpContext context, StudyCookie cookie, LabVisits visits)
    {
        if (await visits.NumberOfAsync(experiment, code) is not { } number)
        {
            return Results.LocalRedirect($"{Page}?link=unknown");
        }

        cookie.Write(context, experiment, number);
        // The link itself stays in no address that a page could pass on.
        return Results.LocalRedirect(Page);
    }

    private static Task<IResult> GoOnAsync(HttpContext context, IAntiforgery forgery, StudyCookie cookie, LabVisits visits)
    {
        var isMissing = false;
        return ActAsync(context, forgery, cookie, async pass =>
        {
            var form = await context.Request.ReadFormAsync();
            if (int.TryParse(form[StepField], out var step) && await visits.FindAsync(pass.Experiment, pass.Number) is { } visit
                && step >= 0 && step < visit.Steps.Count)
            {
                var answers = Questionnaire.Of(visit.Plan, visit.Steps[step], visit.Participant.Unit).TryRead(form);
                isMissing = answers is null;
                if (answers is not null)
                {
                    await visits.GoOnAsync(pass.Experiment, pass.Number, step, answers, form[CommentField].ToString().Trim());
                }
            }
        }, () => isMissing ? $"{Page}?missing=answers" : Page);
    }

    private static async Task<IResult> ActAsync(HttpContext context, IAntiforgery forgery, StudyCookie cookie,
        Func<StudyPass, Task> act, Func<string>? then = null)
    {
        if (!await forgery.IsRequestValidAsync(context))
        {
            return Results.Problem("The page was out of date; open it again.", statusCode: StatusCodes.Status400BadRequest);
        }

        if (cookie.Read(context) is { } pass)
        {
            await act(pass);
        }

        return Results.LocalRedirect(then?.Invoke() ?? Page);
    }
}
