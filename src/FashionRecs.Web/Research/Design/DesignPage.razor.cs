using FashionRecs.Experiments.Lifecycle;
using Microsoft.AspNetCore.Components;

namespace FashionRecs.Web.Research.Design;

/// <summary>The page on which an experiment is designed, a step for each part; the step stands in the address.</summary>
public sealed partial class DesignPage
{
    private readonly HashSet<DesignPart> seen = [];
    private DesignDraft? draft;
    private Experiment? before;
    private ElementReference title;
    private DesignPart part;
    private long revision;
    private IReadOnlyList<DesignProblem> problems = [];
    private string? failure;
    private bool missing;
    private bool restored;
    private bool refused;
    private bool isBehind;
    private bool moved;
    private bool isFound;

    /// <summary>Key of the draft; null for a new one.</summary>
    [Parameter]
    public string? Key { get; set; }

    /// <summary>The step that is open; the first without.</summary>
    [SupplyParameterFromQuery(Name = "step")]
    public string? Step { get; set; }

    private int At => draft is null ? 0 : Math.Max(0, draft.Parts.ToList().IndexOf(part));

    private bool IsLast => draft is not null && At == draft.Parts.Count - 1;

    /// <summary>What is left to mend in the open step.</summary>
    private DesignProblem[] Here => [.. problems.Where(problem => problem.Part == part)];

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        await ReadAsync();
        await CheckAsync();
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        var asked = Enum.TryParse<DesignPart>(Step, ignoreCase: true, out var named) ? named : DesignPart.Question;
        var shown = draft?.Parts.Contains(asked) == false ? draft.Parts[0] : asked;
        if (shown != part)
        {
            seen.Add(part);
            (part, refused, moved) = (shown, false, true);
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            // Whoever opens the page begins at its top.
            moved = false;
            await RestoreAsync();
            isFound = true;
            StateHasChanged();
        }
        else if (moved)
        {
            moved = false;
            await title.FocusAsync();
        }
    }

    private async Task RestoreAsync()
    {
        if (draft is null || await Kept.FindAsync(Key) is not { } kept)
        {
            return;
        }

        kept.Draft.Key = Key ?? kept.Draft.Key;
        restored = KeptDesigns.Write(new(0, [], kept.Draft)) != KeptDesigns.Write(new(0, [], draft));
        isBehind = restored && kept.Revision != revision;
        (draft, revision) = (kept.Draft, isBehind ? kept.Revision : revision);
        seen.UnionWith(kept.Seen);
        OnParametersSet();
        moved = false;
        await CheckAsync();
    }

    private async Task ReadAsync()
    {
        (draft, before, revision, failure) = (new DesignDraft(), null, 0, null);
        if (Key is null)
        {
            return;
        }

        (before, revision) = await Store.FindAsync(Key) ?? default;
        draft = before?.State == ExperimentState.Draft ? DesignDraft.Of(Key, before.Design) : null;
        missing = before is null;
        failure = draft is null ? "Only a draft can be edited; a running experiment gets a new phase instead." : null;
        seen.UnionWith(draft?.Parts ?? []);
    }

    private async Task CheckAsync()
    {
        if (draft is not null)
        {
            problems = await Changes.FindProblemsAsync(new Experiment { Key = draft.Key, Design = draft.ToDesign() });
        }
    }

    private async Task ChangedAsync()
    {
        await CheckAsync();
        await KeepAsync();
    }

    private Task KeepAsync() => Kept.KeepAsync(Key, new KeptDesign(revision, [.. seen], draft!));

    private async Task GoAsync(DesignPart to)
    {
        seen.Add(part);
        moved = to == part;
        await ChangedAsync();
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("step", to.ToString().ToLowerInvariant()));
    }

    /// <summary>Goes on where the step has nothing to mend; what another experiment is in the way of may wait.</summary>
    private async Task NextAsync()
    {
        if (IsLast)
        {
            await SaveAsync();
            return;
        }

        seen.Add(part);
        await ChangedAsync();
        refused = Here.Any(problem => !problem.IsOfOthers);
        if (!refused)
        {
            await GoAsync(draft!.Parts[At + 1]);
        }
    }

    private async Task SaveAsync()
    {
        var who = (await Users.GetAuthenticationStateAsync()).User.Identity?.Name ?? "unknown";
        failure = await Changes.SaveAsync(before, revision, draft!.Key, draft.ToDesign(), who);
        if (failure is null)
        {
            await Kept.ForgetAsync(Key);
            Navigation.NavigateTo($"/research/experiments/{draft.Key}");
        }
        else if (Key is not null)
        {
            isBehind = await Store.FindAsync(Key) is var (_, now) && now != revision;
        }
    }

    /// <summary>Saves what stands here in place of what was saved meanwhile, which stays in nobody's hands but the audit trail's.</summary>
    private async Task SaveOverAsync()
    {
        (before, revision) = await Store.FindAsync(Key!) ?? default;
        await SaveAsync();
    }

    private async Task DropAsync()
    {
        await Kept.ForgetAsync(Key);
        seen.Clear();
        (restored, isBehind, refused) = (false, false, false);
        await ReadAsync();
        OnParametersSet();
        await CheckAsync();
    }

    private async Task LeaveAsync()
    {
        await Kept.ForgetAsync(Key);
        Navigation.NavigateTo(Key is null ? "/research" : $"/research/experiments/{Key}");
    }
}
