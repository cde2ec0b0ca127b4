using FashionRecs.Application.Research;
using FashionRecs.Experiments.Logging;
using FashionRecs.Experiments.Questions;

namespace FashionRecs.Web.Shop.Arms;

/// <summary>
/// Chooses whether a shopper is asked something on a page, and what. Nobody is asked before they saw their arm, nor again after they
/// answered or would rather not say.
/// </summary>
public sealed class QuestionChoice(IExposureStore store)
{
    /// <summary>The question for a list of products, or null.</summary>
    /// <param name="arm">The shopper's arm.</param>
    /// <param name="places">What the page shows, in order, each with the product's name and number.</param>
    public async Task<AskedQuestion?> ForListAsync(ShopperArm arm, IReadOnlyList<(RenderedExplanation? View, string Name)> places)
    {
        if (await OpenAsync(arm) is not var (question, answers)
            || places.FirstOrDefault(place => place.View?.Token is not null) is not { View.Token: { } token, Name: var name })
        {
            return null;
        }

        return question switch
        {
            SampledQuestion.Trust when !Has(OutcomeKind.Trust) => AskedQuestion.Trust(token),
            SampledQuestion.Transparency when !Has(OutcomeKind.Transparency) => AskedQuestion.Transparency(token),
            SampledQuestion.Liking when !Has(OutcomeKind.LikingBefore) => AskedQuestion.Before(token, name),
            SampledQuestion.Region when !Has(OutcomeKind.RegionAgreement)
                && places.FirstOrDefault(place => place.View is { Token: not null } view
                    && (view.Marked.Count > 0 || view.Composed.Map is not null)) is { View.Token: { } marked, Name: var product } =>
                AskedQuestion.Region(marked, product),
            _ => null,
        };

        bool Has(OutcomeKind kind) => answers.Any(answer => answer.Kind == kind);
    }

    /// <summary>The question for a product's own page, or null: how it is liked now, where that was asked before it was opened.</summary>
    /// <param name="arm">The shopper's arm.</param>
    /// <param name="token">The token of the product.</param>
    /// <param name="product">The product's id.</param>
    /// <param name="name">The product's name.</param>
    public async Task<AskedQuestion?> ForProductAsync(ShopperArm arm, string? token, string product, string name) =>
        token is not null && await OpenAsync(arm) is (SampledQuestion.Liking, var answers)
        && answers.Contains((OutcomeKind.LikingBefore, product)) && !answers.Contains((OutcomeKind.LikingAfter, product))
            ? AskedQuestion.After(token, name)
            : null;

    private async Task<(SampledQuestion Question, IReadOnlyList<(OutcomeKind Kind, string? Product)> Answers)?> OpenAsync(ShopperArm arm)
    {
        if (arm.IsPreview || SampledQuestions.Of(arm.Phase, arm.Unit.Id, arm.Experiment.Design.AskedShare) is not { } question)
        {
            return null;
        }

        var exposureId = arm.ExposureId;
        return await store.IsLoggedAsync(exposureId) ? (question, await store.AnswersAsync(exposureId)) : null;
    }
}
