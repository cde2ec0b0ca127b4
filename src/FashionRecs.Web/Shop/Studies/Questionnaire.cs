using System.Globalization;
using FashionRecs.Experiments.Lab;
using FashionRecs.Experiments.Scales;

namespace FashionRecs.Web.Shop.Studies;

/// <summary>The statements that a participant is asked at one step.</summary>
/// <param name="Part">The part they are about; 0 for all of it.</param>
/// <param name="Statements">The statements in order, each with the number of its answers.</param>
public sealed record Questionnaire(int Part, IReadOnlyList<(ScaleItem Item, int Points)> Statements)
{
    /// <summary>The value of "rather not say" in forms.</summary>
    public const string Declined = "none";

    /// <summary>What is asked at a step; nothing where it is no questionnaire.</summary>
    public static Questionnaire Of(LabPlan plan, LabStep step, Guid unit)
    {
        var scales = step.Kind switch
        {
            LabStepKind.Questions => plan.AfterEachPart,
            LabStepKind.FinalQuestions => plan.AtTheEnd,
            _ => [],
        };
        List<(ScaleItem Item, int Points)> statements = [.. scales.SelectMany(scale => scale.Items.Select(item => (item, scale.Points)))];
        if (plan.HasAttentionChecks && statements.Count > 0)
        {
            var place = AttentionCheck.Place($"{unit}:{step.Part}", statements.Count);
            statements.Insert(place, (new(AttentionCheck.Key, AttentionCheck.Text), statements[place - 1].Points));
        }

        return new(step.Part, statements);
    }

    /// <summary>The answers of a form; null where one is missing or is none of those that can be chosen.</summary>
    public IReadOnlyList<LabAnswer>? TryRead(IFormCollection form)
    {
        var answers = new List<LabAnswer>();
        foreach (var (item, points) in Statements)
        {
            var said = form[item.Key].ToString();
            if (said == Declined)
            {
                answers.Add(new(Part, item.Key, null));
            }
            else if (int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
                && value >= QuestionScale.Least && value <= points)
            {
                answers.Add(new(Part, item.Key, value));
            }
            else
            {
                return null;
            }
        }

        return answers;
    }
}
